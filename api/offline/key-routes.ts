import { z } from 'zod';
import { publishedKeys } from '../../infra/offline/published-keys.ts';
import { json } from '../http/answer.ts';
import { openRoute } from '../http/route.ts';

const Keys = z
  .object({
    keys: z.array(
      z.object({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        use: z.literal('sig'),
        kid: z.string(),
        x: z.base64url().meta({ description: 'The public key, 32 bytes' }),
      }),
    ),
  })
  .meta({ id: 'OfflineKeys' });

/** A rotated key is published long before the first paper that needs it is printed (docs/operations.md). */
const maxAgeSeconds = 3600;

/** The keys under which statements and status lists are signed (RFC 7517): what an offline reader keeps. */
export const readOfflineKeys = openRoute({
  method: 'get',
  path: '/api/offline/keys',
  right: { resource: 'verification', action: 'ask' },
  part: 'offline',
  summary: 'Public keys for verification without a network',
  reply: Keys,
  handle: async ({ deps, address }) => {
    await deps.downloads.count(address);
    return json({ keys: [...publishedKeys(deps.offlineSigning).keys] }, { maxAgeSeconds });
  },
});
