/** Counts work that has begun and isn't done. */
export class InFlight {
  #count = 0;
  #waiting: (() => void)[] = [];

  get count() {
    return this.#count;
  }

  async track<T>(work: () => Promise<T>): Promise<T> {
    this.#count += 1;
    try {
      return await work();
    } finally {
      this.#landed();
    }
  }

  /** Resolves as soon as nothing is in flight. */
  async none(): Promise<void> {
    if (this.#count > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #landed() {
    this.#count -= 1;
    if (this.#count > 0) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
