/** Conditions of a list with their values; what was not asked for is left out. Conditions are fixed texts, values are bound. */
export class Filters {
  readonly values: unknown[] = [];
  readonly #conditions: string[] = [];

  /** `?` in the text stands for each value in its order; nothing is added when the first is undefined. */
  add(text: string, ...given: readonly unknown[]): void {
    if (given[0] === undefined) return;
    const pending = [...given];
    this.#conditions.push(text.replace(/\?/g, () => `$${this.values.push(pending.shift())}`));
  }

  /** A condition that numbers its own values from `first`. */
  addScope(scope: (first: number) => { condition: string; values: readonly unknown[] }): void {
    const { condition, values } = scope(this.values.length + 1);
    this.values.push(...values);
    this.#conditions.push(condition);
  }

  get condition(): string {
    return this.#conditions.length === 0 ? 'true' : this.#conditions.join(' AND ');
  }
}
