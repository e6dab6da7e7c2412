import { z } from 'zod';
import { json } from '../http/answer.ts';
import { openRoute } from '../http/route.ts';

const Key = z
  .object({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string(),
    kid: z.string(),
    use: z.literal('sig'),
    alg: z.literal('EdDSA'),
  })
  .meta({ id: 'PublishedKey' });

/** A JSON Web Key Set (RFC 7517): who holds one of our signatures checks it without asking us. */
export const readPublishedKeys = openRoute({
  method: 'get',
  path: '/.well-known/jwks.json',
  right: { resource: 'service', action: 'read' },
  part: 'keys',
  summary: 'The public keys of our signatures',
  reply: z.object({ keys: z.array(Key) }),
  handle: async ({ deps, address }) => {
    await deps.downloads.count(address);
    return json({ keys: [...deps.publishedKeys] });
  },
});
