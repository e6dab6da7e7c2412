import type { Request } from 'express';
import type { z } from 'zod';
import type { Entitlement } from '../../domain/access/jurisdiction.ts';
import type { Right } from '../../domain/access/rights.ts';
import type { Role } from '../../domain/access/role.ts';
import type { Language } from '../../domain/text/language.ts';
import type { Session } from '../../infra/identity/sessions.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { Answer } from './answer.ts';

/** Schemas of a route. What is not given must not be sent. */
export interface Shape<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** What a success holds; everything else is cut off, so nothing leaves by accident. */
  readonly reply?: R;
}

/** What every route says about itself. */
export interface RouteHead {
  readonly method: 'get' | 'post' | 'delete';
  /** With parameters as `:name`. */
  readonly path: `/${string}`;
  readonly right: Right;
  readonly part: string;
  readonly summary: string;
  readonly description?: string;
  /** Status of a success; 200 unless given. */
  readonly status?: 200 | 201 | 204 | 303;
  /** Media type of a success that is a file. */
  readonly produces?: string;
  /** The handler reads the request itself (an upload); the media type it takes. */
  readonly consumes?: string;
}

/** What is known of a request that needs no sign-in. */
export interface OpenContext<P, Q, B> {
  readonly deps: ApiDependencies;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly language: Language;
  /** Address of the client, as far as proxies are trusted. */
  readonly address: string;
  readonly request: Request;
}

/** What is known of somebody who is signed in and has the right somewhere. */
export interface Context<P, Q, B> extends OpenContext<P, Q, B> {
  readonly session: Session;
  readonly entitlements: readonly Entitlement[];
  /** When the server had received the whole request, in milliseconds of the record's clock (X13). */
  readonly receivedAt: number;
}

/** What is known of a request about one graduate-year inside the jurisdiction. */
export interface GraduateContext<P, Q, B> extends Context<P, Q, B> {
  readonly graduateId: string;
  /** The role in which the person acts: the first whose jurisdiction holds the graduate-year. */
  readonly role: Role;
  /** Every role in which the person might act on it. */
  readonly roles: readonly Role[];
}

export type Handler<C, R extends z.ZodType> = (context: C) => Promise<Answer<z.input<R>>>;
