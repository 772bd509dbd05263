const PAGE = 1024 * 1024;

/**
 * Strings by number, kept as UTF-8 in pages outside the heap: half a million short Chinese strings take the
 * bytes that they have, not a JavaScript string each.
 */
export class StringPool {
  readonly #pages: Buffer[] = [];
  #used = PAGE;
  #starts = new Float64Array(1024);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  add(text: string): void {
    const length = Buffer.byteLength(text);
    if (this.#used + length > PAGE) {
      this.#pages.push(Buffer.allocUnsafeSlow(Math.max(PAGE, length)));
      this.#used = 0;
    }
    const page = this.#pages.at(-1);
    page?.write(text, this.#used);
    this.#remember((this.#pages.length - 1) * PAGE + this.#used, length);
    this.#used += length;
  }

  get(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return undefined;
    const start = this.#starts[index * 2] ?? 0;
    const length = this.#starts[index * 2 + 1] ?? 0;
    const offset = start % PAGE;
    return this.#pages[Math.floor(start / PAGE)]?.toString('utf8', offset, offset + length) ?? '';
  }

  #remember(start: number, length: number): void {
    if (this.#count * 2 === this.#starts.length) {
      const larger = new Float64Array(this.#starts.length * 2);
      larger.set(this.#starts);
      this.#starts = larger;
    }
    this.#starts[this.#count * 2] = start;
    this.#starts[this.#count * 2 + 1] = length;
    this.#count += 1;
  }
}
