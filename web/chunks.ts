/** What the bundler knows of a module. */
interface Module {
  readonly importers: readonly string[];
  readonly dynamicImporters: readonly string[];
}
type Know = (id: string) => Module | null;

const isOwn = /[\\/](own-[^\\/]+-page|phone-layout)\.tsx$/;

/**
 * The graduate's pages are ten small ones with as many small parts between them: on a slow line each file costs more than its
 * bytes do. So they are one file with what only they need (`own`), and one with what the desks need too (`shared`); the desks' own
 * are left to the bundler.
 */
export const groupOf = (name: 'own' | 'shared') => ({
  name: (id: string, context: { getModuleInfo(id: string): Module | null }) =>
    chunkOf(id, (other) => context.getModuleInfo(other)) === name ? name : null,
  debugName: name,
});

function chunkOf(id: string, know: Know): 'own' | 'shared' | null {
  const pages = pagesOf(id, know, new Set());
  const own = pages.filter((page) => isOwn.test(page));
  if (own.length === 0) return null;
  return own.length === pages.length ? 'own' : 'shared';
}

/** The pages that a module comes with: those that import it, however far away. */
function pagesOf(id: string, know: Know, seen: Set<string>): readonly string[] {
  if (seen.has(id)) return [];
  seen.add(id);
  const module = know(id);
  if (!module) return [];
  const above = module.importers.flatMap((importer) => pagesOf(importer, know, seen));
  return module.dynamicImporters.length > 0 ? [id, ...above] : above;
}
