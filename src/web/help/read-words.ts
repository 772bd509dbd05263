/** A part of a sentence and how it is marked. */
export interface Words {
  readonly text: string;
  readonly as?: 'strong' | 'em' | 'code';
  /** Where a link leads. */
  readonly to?: string;
}

const marks = /\*\*(.+?)\*\*|`(.+?)`|(?<![\p{L}\d])_(.+?)_(?![\p{L}\d])|\[(.+?)\]\((.+?)\)/gsu;

/** Reads the marks of a sentence. */
export function wordsOf(text: string): readonly Words[] {
  const line = joined(text);
  const words: Words[] = [];
  let end = 0;
  for (const { 0: whole, 1: strong, 2: code, 3: em, 4: link = '', 5: to = '', index } of line.matchAll(
    marks,
  )) {
    if (index > end) words.push({ text: line.slice(end, index) });
    if (strong !== undefined) words.push({ text: strong, as: 'strong' });
    else if (code !== undefined) words.push({ text: code, as: 'code' });
    else if (em !== undefined) words.push({ text: em, as: 'em' });
    else words.push({ text: link, to });
    end = index + whole.length;
  }
  if (end < line.length) words.push({ text: line.slice(end) });
  return words;
}

/** Lines of a paragraph as one: between Chinese characters, and beside Chinese punctuation, there is no blank. */
function joined(text: string): string {
  return text
    .replace(/(?<=[，。、；：？！）》”])\s*\n\s*/g, '')
    .replace(/(?<=\p{Script=Han}[*_`]*)\s*\n\s*(?=[*_`[]*\p{Script=Han})/gu, '')
    .replace(/\s*\n\s*(?=[*_`[]*[（《“])/g, '')
    .replace(/\s*\n\s*/g, ' ');
}
