import { QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { queryClient } from '../../../web/http/query-client.ts';

/** What came to the server: `POST /api/…` with its body. */
export interface Asked {
  readonly what: string;
  readonly body: unknown;
}
export type Answers = Readonly<Record<string, (body: unknown) => { readonly status?: number; readonly body: unknown }>>;

/** Answers as the API would, by method and path; what has none fails the request. Gives what was asked, in order. */
export function serve(answers: Answers): Asked[] {
  const asked: Asked[] = [];
  const answer = async (request: Request): Promise<Response> => {
    const what = `${request.method} ${new URL(request.url).pathname}`;
    const body: unknown = request.body === null ? undefined : await request.json();
    asked.push({ what, body });
    const answered = answers[what];
    if (!answered) throw new TypeError(`nobody answers ${what}`);
    const { status = 200, body: said } = answered(body);
    return new Response(JSON.stringify(said), { status, headers: { 'content-type': 'application/json' } });
  };
  Object.assign(globalThis, { answer });
  return asked;
}

/** As the application shows it, in Chinese, with nothing known yet. */
export function show(element: ReactNode): RenderResult {
  queryClient.clear();
  return render(
    <MemoryRouter>
      <QueryClientProvider client={queryClient}>{element}</QueryClientProvider>
    </MemoryRouter>,
  );
}
