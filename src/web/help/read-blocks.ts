import { type Words, wordsOf } from './read-words.ts';

type Sentence = readonly Words[];

/** A part of a chapter that stands by itself. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly words: Sentence }
  | { readonly kind: 'list'; readonly points: readonly Sentence[] }
  | { readonly kind: 'example'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly Sentence[];
      readonly rows: readonly (readonly Sentence[])[];
    };

/** Reads what stands below a heading: paragraphs, lists, tables, examples to type, and headings of parts. */
export function blocksOf(text: string): readonly Block[] {
  return text
    .split(/^```\w*\n([\s\S]*?)^```$/m)
    .flatMap((piece, place): readonly Block[] =>
      place % 2 === 1 ? [{ kind: 'example', text: piece.trimEnd() }] : piece.split(/\n{2,}/).flatMap(blockOf),
    );
}

function blockOf(given: string): readonly Block[] {
  const text = given.trim();
  if (text === '') return [];
  if (text.startsWith('### ')) return [{ kind: 'heading', words: wordsOf(text.slice(4)) }];
  if (text.startsWith('- ')) return [{ kind: 'list', points: text.slice(2).split(/\n- /).map(wordsOf) }];
  if (!text.startsWith('| ')) return [{ kind: 'paragraph', words: wordsOf(text) }];
  const [head = [], , ...rows] = text.split('\n').map(cellsOf);
  return [{ kind: 'table', head, rows }];
}

function cellsOf(row: string): readonly Sentence[] {
  return row
    .replace(/^\| ?|\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => wordsOf(cell.trim()));
}
