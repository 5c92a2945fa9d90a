/** A browser's storage in memory, which can be made full or be taken away. */
export class MemoryStorage {
  readonly #records = new Map<string, string>();
  /** How many characters fit. */
  room = Infinity;

  getItem(key: string): string | null {
    return this.#records.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    const others = [...this.#records].filter(([name]) => name !== key);
    const used = others.reduce((sum, [name, text]) => sum + name.length + text.length, 0);
    if (used + key.length + value.length > this.room) {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    }
    this.#records.set(key, value);
  }

  removeItem(key: string): void {
    this.#records.delete(key);
  }

  get keys(): string[] {
    return [...this.#records.keys()];
  }
}

/** What a browser does when a reader forbids storage: touching it throws. */
export const forbidden = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};
