import { stringify } from 'yaml';

/**
 * Server settings of the development stack. Time skipping is what lets a day be tried that lies months ahead;
 * the limits are raised because the defaults (10 list calls a second) are meant for one tenant among many.
 */
export const dynamicConfig: Readonly<Record<string, boolean | number | string>> = {
  'frontend.WorkflowTimeSkippingEnabled': true,
  'frontend.WorkflowTimeSkippingMaxSkipPerSession': 10_000,
  // A search attribute can be used as soon as it has been added.
  'system.forceSearchAttributesCacheRefreshOnRead': true,
  'frontend.rps': 20_000,
  'frontend.namespaceRPS': 20_000,
  'frontend.namespaceRPS.visibility': 1_000,
  'history.rps': 20_000,
  'matching.rps': 20_000,
  'frontend.persistenceMaxQPS': 20_000,
  'history.persistenceMaxQPS': 20_000,
  'matching.persistenceMaxQPS': 20_000,
};

/** The file form: each setting holds for everybody. */
export function renderDynamicConfig(): string {
  return stringify(Object.fromEntries(Object.entries(dynamicConfig).map(([name, value]) => [name, [{ value }]])));
}
