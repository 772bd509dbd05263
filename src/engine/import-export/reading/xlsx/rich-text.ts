/** Gathers the text of a string item: all its runs, but not the phonetic guide above Japanese characters. */
export class RichText {
  value = '';
  #inText = false;
  #inGuide = false;

  clear(): void {
    this.value = '';
  }

  open(name: string): void {
    if (name === 't') this.#inText = true;
    else if (name === 'rPh') this.#inGuide = true;
  }

  add(piece: string): void {
    if (this.#inText && !this.#inGuide) this.value += piece;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#inGuide = false;
  }
}
