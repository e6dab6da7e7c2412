import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { text } from '../http/answer.ts';
import { openRoute } from '../http/route.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const assetTypes = { 'page.css': 'text/css', 'verify.js': 'text/javascript', 'words.js': 'text/javascript', 'answer.js': 'text/javascript', 'receipt.js': 'text/javascript', 'challenge.js': 'text/javascript' } as const;
const AssetName = z.enum(['page.css', 'verify.js', 'words.js', 'answer.js', 'receipt.js', 'challenge.js']);
const assets = new Map(AssetName.options.map((name) => [name, read(`web/verification/${name}`)]));
const page = read('web/verification/page.html');
const hashes = dirname(createRequire(import.meta.url).resolve('@noble/hashes/sha2.js'));

/**
 * Rules that the page needs too, as they stand in the domain, types taken off: how a number is read and checked, and what
 * solves a challenge. The hash is the library's own file. A folder here is a folder there, so relative imports hold.
 */
const ModuleName = z.enum(['numbers', 'verification', 'hashes']);
const modules: Readonly<Record<z.infer<typeof ModuleName>, ReadonlyMap<string, string>>> = {
  numbers: stripped('domain/numbers', ['check-character.ts', 'formats.ts', 'look-alikes.ts', 'read-number.ts']),
  verification: stripped('domain/verification', ['challenge.ts']),
  hashes: new Map(['sha2.js', '_md.js', '_u64.js', 'utils.js'].map((file) => [file, readFileSync(join(hashes, file), 'utf8')])),
};
const moduleFiles = Object.values(modules).flatMap((folder) => [...folder.keys()]);

function stripped(folder: string, files: readonly string[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file, stripTypeScriptTypes(read(`${folder}/${file}`))]));
}

const common = { method: 'get', right: { resource: 'service', action: 'read' }, part: 'verification' } as const;

/** The page of each entry (R1, R49), to which the QR code leads; the token of a scan stays in the fragment (X23). */
export const readVerificationPage = openRoute({
  ...common, path: '/verification/:entry', produces: 'text/html', summary: 'Page of an entry of online verification',
  params: z.strictObject({ entry: z.enum(['dossier', 'hukou']) }), handle: async () => text(page, 'text/html'),
});

/** A part of that page. */
export const readVerificationAsset = openRoute({
  ...common, path: '/verification/assets/:asset', produces: 'application/octet-stream', summary: 'A part of that page',
  params: z.strictObject({ asset: AssetName }), handle: async ({ params: { asset } }) => text(assets.get(asset) ?? '', assetTypes[asset]),
});

/** A rule that the page shares with the server. */
export const readVerificationModule = openRoute({
  ...common, path: '/verification/modules/:folder/:file', produces: 'text/javascript', summary: 'A rule that the page shares with the server',
  params: z.strictObject({ folder: ModuleName, file: z.enum(moduleFiles) }),
  handle: async ({ params: { folder, file } }) => {
    const content = modules[folder].get(file);
    if (content === undefined) throw new RefusalError('NOT_FOUND');
    return text(content, 'text/javascript');
  },
});
