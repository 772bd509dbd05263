import { datePartKey, isDatePart } from '#kernel/expression/date-parts.ts';
import { Refusal } from '#kernel/problem.ts';
import { valueAt } from '#kernel/value-at.ts';
import { valueText } from '#kernel/writing/value-text.ts';
import { wallClock } from '#kernel/writing/wall-clock.ts';
import { openText, sealText } from '../identity/sealed-text.ts';
import { exportColumns } from '../import-export/export-columns.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import type { LinkWords } from './link-words.ts';
import { countedToday, countShown } from './note-opening.ts';
import type { OfferedColumn } from './offered-columns.ts';
import { type OpenLink, shutBy } from './open-link.ts';

type Values = Readonly<Record<string, unknown>>;

/** A page of what a link shows, in words. */
export interface ShownPage {
  readonly heads: readonly { readonly label: string; readonly number: boolean }[];
  readonly rows: readonly ShownRow[];
  /** How many records there are; on the first page alone. */
  readonly count: number | undefined;
  /** Where the next page begins, in a form that tells nothing; absent at the end. */
  readonly next: string | undefined;
}

export interface ShownRow {
  readonly cells: readonly string[];
  /** What it is grouped by, where the rows before it have something else. */
  readonly group: string | undefined;
}

const perPage = 100;
const numbers: ReadonlySet<string> = new Set(['integer', 'decimal', 'money', 'percent', 'duration']);

/** Reads a page of a link's records, which is counted as carried away. The first has no cursor. */
export async function shownPage(
  open: OpenLink,
  cursor: string | undefined,
  secret: string,
  words: LinkWords,
): Promise<ShownPage> {
  const { context, view, link } = open;
  const from = cursor === undefined ? undefined : unsealed(cursor, secret);
  // Pages behind the first are of what was counted with it, unless a day has begun since.
  const count = from === undefined || countedToday(context, link) === 0;
  const page = await shutBy('view', () =>
    listRecords(context, view.object.name, {
      ...{ ...listOf(open), select: selectOf(open), limit: perPage, count },
      ...(from !== undefined && { cursor: from }),
    }),
  );
  await countShown(open, page.count);
  const grouped = groupOf(open);
  let before: string | undefined;
  const rows = recordsIn<Values>(page).map((record) => {
    const cells = open.columns.map((column) => cellText(open, column, record, words));
    const group = grouped && groupText(open, grouped, record, words);
    const begins = group !== before;
    before = group;
    return { cells, group: begins ? group : undefined };
  });
  return {
    heads: open.columns.map(({ label, field }) => ({
      ...{ label, number: numbers.has(field.result ?? field.type) },
    })),
    ...{ rows, count: page.count },
    next: page.next === undefined ? undefined : sealText(page.next, secret),
  };
}

/** Which records a link shows, in which order: those of a group together. */
export function listOf(open: OpenLink): { readonly where: unknown; readonly sort?: string } {
  const { where, sort, object } = open.view;
  const by = groupOf(open)?.column.written[0]?.reads[0];
  if (by === undefined) return { where, ...(sort !== undefined && { sort }) };
  const keys = (sort ?? object.declaration.defaultSort).split(',').filter((key) => key !== '');
  const own = keys.find((key) => key.replace(/^-/, '') === by);
  return { where, sort: [own ?? by, ...keys.filter((key) => key !== own)].slice(0, 5).join(',') };
}

function selectOf({ columns }: OpenLink): readonly string[] {
  return [...new Set(columns.flatMap(({ written }) => written.flatMap(({ reads }) => reads)))];
}

interface Grouped {
  readonly column: OfferedColumn;
  /** Of a date: its month, for instance. */
  readonly part: string | undefined;
}

/** By what rows are grouped: a column that is shown, or nothing. */
function groupOf({ context, view, columns }: OpenLink): Grouped | undefined {
  const names = view.group?.split('.') ?? [];
  const last = names.at(-1) ?? '';
  const part = isDatePart(last) ? last : undefined;
  const path = (part === undefined ? names : names.slice(0, -1)).join('.');
  const [by] = exportColumns(context, view.object, [path]);
  const column = columns.find(({ written }) => by !== undefined && written[0]?.reads[0] === by.reads[0]);
  return column && { column, part };
}

function groupText(open: OpenLink, { column, part }: Grouped, record: Values, words: LinkWords): string {
  const value = valueAt(record, column.written[0]?.reads[0] ?? column.path);
  if (value === null) return words.ungrouped;
  if (part === undefined) return cellText(open, column, record, words);
  const text = String(value);
  const day = text.length > 10 ? wallClock(text, open.context.actor.timeZone).slice(0, 10) : text;
  return datePartKey(day, part);
}

/** A value as a reader of the language expects it; empty where there is none. */
function cellText(
  { context }: OpenLink,
  { field, written, path }: OfferedColumn,
  record: Values,
  words: LinkWords,
): string {
  const type = field.result ?? field.type;
  const value = valueAt(record, path);
  if (value === null) return '';
  if (type === 'boolean') return value === true ? words.yes : words.no;
  if (numbers.has(type) || type === 'date' || type === 'dateTime') {
    const { actor, workspace } = context;
    const { currency, rates } = workspace;
    const formatting = { locale: actor.locale, timeZone: actor.timeZone, currency };
    return valueText({ type }, value, { ...formatting, currencies: Object.keys(rates) });
  }
  return written[0]?.write(record) ?? '';
}

/** A place in the list names a record and by what it is ordered, so that it is told in a form that nobody reads. */
function unsealed(cursor: string, secret: string): string {
  try {
    return openText(cursor, secret);
  } catch {
    throw new Refusal('notFound');
  }
}
