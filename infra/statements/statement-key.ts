import type { X509Certificate } from 'node:crypto';
import type { StatementContent } from '../../domain/statements/statement-content.ts';

interface KeySource {
  readonly contentKey: (purpose: string, inputs: unknown) => string;
  readonly certificate: X509Certificate;
}

/** Under which key a printed statement is stored: equal content and signer, equal key, so that a new certificate signs anew. */
export const statementKey = ({ contentKey, certificate }: KeySource, content: StatementContent): string =>
  contentKey('statement', [content, certificate.fingerprint256]);
