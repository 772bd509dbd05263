import type { Database, Row } from '../database/database.ts';
import { entryColumns, type LogSeal } from './log-seal.ts';
import { type KeptBlock, markAt, readAmendments } from './read-blocks.ts';

/** An entry of the log, as far as it can be named. */
export interface NamedEntry {
  readonly sequence: string;
  readonly at?: string;
  readonly object?: string;
  readonly record?: string;
  readonly kind?: string;
}

/** The first entry of some blocks that is not as it was sealed. */
export interface WrongEntry {
  readonly why: 'altered' | 'removed' | 'added';
  /** The block in which it is. */
  readonly position: number;
  readonly entry: NamedEntry;
}

/** Entries compared at a time. */
const batch = 1000;

interface Sealed {
  readonly sequence: string;
  readonly mark: Buffer;
  readonly position: number;
}

/** Compares the entries of these blocks with their marks. */
export async function compareEntries(
  database: Database,
  s: string,
  seal: LogSeal,
  blocks: readonly KeptBlock[],
): Promise<WrongEntry | undefined> {
  const [firstAt, lastAt] = [
    blocks.map((each) => each.firstAt).sort()[0],
    blocks
      .map((each) => each.lastAt)
      .sort()
      .at(-1),
  ];
  const all = blocks.flatMap((block) =>
    block.sequences.map((sequence, index) => ({
      sequence,
      mark: markAt(block, index),
      position: block.position,
    })),
  );
  for (let from = 0; from < all.length; from += batch) {
    const some = all.slice(from, from + batch);
    const rows = await database.run(
      `select ${entryColumns} from ${s}.event where sequence = any($1::bigint[]) and at between $2 and $3`,
      [some.map(({ sequence }) => sequence), firstAt, lastAt],
    );
    const wrong = await firstWrong(database, s, seal, some, rows);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

async function firstWrong(
  database: Database,
  s: string,
  seal: LogSeal,
  sealed: readonly Sealed[],
  rows: readonly Row[],
): Promise<WrongEntry | undefined> {
  const found = new Map<string, { row: Row; mark: Buffer }[]>();
  for (const row of rows) {
    const same = found.get(row[0] ?? '') ?? [];
    found.set(row[0] ?? '', [...same, { row, mark: seal.mark(row) }]);
  }
  const differ = sealed.filter(({ sequence, mark }) => {
    const [only, ...others] = found.get(sequence) ?? [];
    return only === undefined || others.length > 0 || !only.mark.equals(mark);
  });
  const amended = await amendedMarks(database, s, differ);
  for (const { sequence, mark, position } of differ) {
    const [first, second] = found.get(sequence) ?? [];
    if (first === undefined) return { why: 'removed', position, entry: { sequence } };
    const expected = amended.get(sequence)?.findLast((each) => each.position > position)?.mark ?? mark;
    const strange = [first, second].find((each) => each && !each.mark.equals(expected));
    if (strange === undefined) continue;
    return { why: second === undefined ? 'altered' : 'added', position, entry: named(strange.row) };
  }
  return undefined;
}

/** The marks that these entries got afterwards, in order. */
async function amendedMarks(database: Database, s: string, sealed: readonly Sealed[]) {
  const marks = new Map<string, { position: number; mark: Buffer }[]>();
  if (sealed.length === 0) return marks;
  const wanted = new Set(sealed.map(({ sequence }) => sequence));
  const after = Math.min(...sealed.map(({ position }) => position));
  for (const block of await readAmendments(database, s, after, [...wanted]))
    block.sequences.forEach((sequence, index) => {
      if (!wanted.has(sequence)) return;
      const known = marks.get(sequence) ?? [];
      known.push({ position: block.position, mark: markAt(block, index) });
      marks.set(sequence, known);
    });
  return marks;
}

/** What an entry is called, given as `entryColumns` read it. */
export function named([sequence, at, , , object, record, , kind]: Row): NamedEntry {
  return {
    ...{
      sequence: sequence ?? '',
      at: at ?? '',
      object: object ?? '',
      record: record ?? '',
      kind: kind ?? '',
    },
  };
}
