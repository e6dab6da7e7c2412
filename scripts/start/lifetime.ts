/** What has been started, in order; ended in the opposite order. */
export class Lifetime {
  readonly #ends: { name: string; end: () => Promise<void> }[] = [];
  #over: Promise<void> | undefined;

  /** Remembers how to end something that now runs. */
  add(name: string, end: () => Promise<void>): void {
    this.#ends.push({ name, end });
  }

  /** Ends everything once, whoever asks how often. One that fails to end does not keep the others. */
  end(): Promise<void> {
    this.#over ??= this.#endAll();
    return this.#over;
  }

  async #endAll(): Promise<void> {
    for (const { name, end } of this.#ends.reverse()) {
      await end().catch((error: unknown) => process.stderr.write(`${name} did not end well: ${String(error)}\n`));
    }
  }
}
