/** A part of a sentence and how it is marked. */
export interface Words {
  readonly text: string;
  readonly as?: 'strong' | 'em' | 'code';
}

/** A paragraph, or the points of a list. */
export type Block =
  | { readonly kind: 'paragraph'; readonly words: readonly Words[] }
  | { readonly kind: 'list'; readonly points: readonly (readonly Words[])[] };

/** A chapter of the manual under its heading. */
export interface Chapter {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Reads the chapters of a manual, as far as our manuals make use of Markdown: paragraphs, lists, emphasis, code, links. */
export function readManual(markdown: string): readonly Chapter[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((chapter) => {
      const [title = '', ...lines] = chapter.split('\n');
      const blocks = lines
        .join('\n')
        .split(/\n{2,}/)
        .map((block) => block.trim())
        .filter((block) => block !== '');
      return { title: title.trim(), blocks: blocks.map(blockOf) };
    });
}

/** The name of a chapter in addresses, made from its English heading. */
export function chapterName(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

function blockOf(block: string): Block {
  if (!block.startsWith('- ')) return { kind: 'paragraph', words: wordsOf(block) };
  const points = block.slice(2).split(/\n- /);
  return { kind: 'list', points: points.map(wordsOf) };
}

const marks = /\*\*(.+?)\*\*|`(.+?)`|(?<![\p{L}\d])_(.+?)_(?![\p{L}\d])|\[(.+?)\]\(.+?\)/gsu;

function wordsOf(text: string): readonly Words[] {
  const line = joined(text);
  const words: Words[] = [];
  let end = 0;
  for (const { 0: whole, 1: strong, 2: code, 3: em, 4: link, index } of line.matchAll(marks)) {
    if (index > end) words.push({ text: line.slice(end, index) });
    if (strong !== undefined) words.push({ text: strong, as: 'strong' });
    else if (code !== undefined) words.push({ text: code, as: 'code' });
    else if (em !== undefined) words.push({ text: em, as: 'em' });
    else words.push({ text: link ?? '' });
    end = index + whole.length;
  }
  if (end < line.length) words.push({ text: line.slice(end) });
  return words;
}

/** Lines of a paragraph as one: between Chinese characters, and beside Chinese punctuation, there is no blank. */
function joined(text: string): string {
  return text
    .replace(/(?<=[，。、；：？！）》”])\s*\n\s*/g, '')
    .replace(/(?<=\p{Script=Han}[*_`]*)\s*\n\s*(?=[*_`]*\p{Script=Han})/gu, '')
    .replace(/\s*\n\s*(?=[*_`]*[（《“])/g, '')
    .replace(/\s*\n\s*/g, ' ');
}
