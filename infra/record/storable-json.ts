const maxDepth = 16;

/**
 * True for what PostgreSQL's JSON can hold: neither U+0000 nor half a character in any text or name, finite numbers, and
 * no deeper than any form of ours. The rest would come back as an error of the driver.
 */
export function isStorableJson(value: unknown, depth = 0): boolean {
  switch (typeof value) {
    case 'string':
      return !value.includes('\u0000') && value.isWellFormed();
    case 'number':
      return Number.isFinite(value);
    case 'object':
      return (
        value === null ||
        (depth < maxDepth &&
          Object.entries(value)
            .flat()
            .every((part) => isStorableJson(part, depth + 1)))
      );
    default:
      return value === undefined || typeof value === 'boolean';
  }
}
