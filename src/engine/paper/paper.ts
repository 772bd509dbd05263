import PDFDocument from 'pdfkit';
import { fontsOf } from './font-of-text.ts';

/** How a text stands. */
export interface Letters {
  readonly size: number;
  readonly color?: string;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** As much room as there is; what does not fit ends with an ellipsis. */
  readonly width?: number;
}

/** A document of pages with fonts for exactly the text that will stand on them. */
export interface Paper {
  readonly pages: PDFKit.PDFDocument;
  widthOf(text: string, size: number): number;
  /** Writes one line, its middle at this height. */
  write(text: string, x: number, middle: number, letters: Letters): void;
  /** The whole document, once all is drawn. */
  finish(): Promise<Buffer>;
}

export interface PaperFacts {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** Everything that will be written. */
  readonly text: string;
}

/** An empty document, without a page. */
export async function openPaper({ title, author, language, text }: PaperFacts): Promise<Paper> {
  const pages = new PDFDocument({
    ...{ autoFirstPage: false, bufferPages: true },
    ...{ lang: language, displayTitle: true, pdfVersion: '1.7' },
    info: { Title: title, Author: author, Creator: 'Guanxi' },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pages
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', resolve)
      .on('error', reject);
  });
  const fontOf = new Map<string, string>();
  for (const [index, { characters, bytes }] of (await fontsOf(text)).entries()) {
    pages.registerFont(`f${index}`, bytes);
    for (const character of characters) fontOf.set(character, `f${index}`);
  }
  const runs = (line: string) => {
    const found: { font: string; text: string }[] = [];
    for (const each of line.replaceAll(/\s/g, ' ')) {
      const character = fontOf.has(each) ? each : '?';
      const font = fontOf.get(character) ?? 'Helvetica';
      const last = found.at(-1);
      if (last?.font === font) last.text += character;
      else found.push({ font, text: character });
    }
    return found;
  };
  const widthOf = (line: string, size: number) =>
    runs(line).reduce((sum, run) => sum + pages.font(run.font, size).widthOfString(run.text), 0);
  const fitting = (words: string, size: number, room: number) => {
    if (widthOf(words, size) <= room) return words;
    const characters = [...words];
    while (characters.length > 0 && widthOf(`${characters.join('')}…`, size) > room) characters.pop();
    return `${characters.join('')}…`;
  };
  return {
    pages,
    widthOf,
    write(given, x, middle, { size, color = '#211e1a', bold = false, align = 'left', width }) {
      const line = width === undefined ? given : fitting(given, size, width);
      const length = widthOf(line, size);
      const room = width ?? 0;
      let left = align === 'left' ? x : align === 'right' ? x + room - length : x + (room - length) / 2;
      pages
        .fillColor(color)
        .strokeColor(color)
        .lineWidth(size / 36);
      for (const run of runs(line)) {
        pages.font(run.font, size);
        const options = { lineBreak: false, baseline: 'middle', stroke: bold, fill: true } as const;
        pages.text(run.text, left, middle, options);
        left += pages.widthOfString(run.text);
      }
    },
    async finish() {
      pages.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };
}
