import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import type { FieldMeta, Meta, ObjectMeta } from '#kernel/meta.ts';
import { valueAt } from '#kernel/value-at.ts';
import type { RecordJson } from '#web/api/record.ts';
import { targetObject } from '#web/fields/reference/target.ts';
import type { StatesOf } from '#web/fields/use-states.ts';
import { toast } from '#web/kit/toast.tsx';
import { bare, sameValue } from '#web/record/saving/rival-values.ts';
import { type RecordChange, turned, writeTogether } from '#web/views/changing/record-change.ts';
import type { Column } from '#web/views/columns.ts';
import type { CellRange } from './cell-range.ts';
import { cellText } from './cell-text.ts';
import { type EditHistory, moved, remember } from './edit-history.ts';
import { findByName } from './find-by-name.ts';
import { type LaidCell, layOver } from './lay-over.ts';
import { notOffered } from './not-offered.ts';
import { type Reading, readCell } from './read-cell.ts';
import { readTsv, writeTsv } from './tsv.ts';

/** A table as its cells are written: what it shows, and which cells are meant. */
export interface Sheet {
  readonly client: QueryClient;
  readonly meta: Meta;
  readonly object: ObjectMeta;
  readonly columns: readonly Column[];
  readonly records: readonly RecordJson[];
  readonly range: CellRange;
  readonly states: StatesOf;
}

/** What was changed at one stroke. */
interface Step {
  readonly object: string;
  readonly changes: readonly RecordChange[];
}

/** A cell that is to get a value. */
interface NewValue {
  readonly row: number;
  readonly field: FieldMeta;
  readonly value: unknown;
}

/** More cells than this are an import. */
const most = 2000;

// By who made them: a window outlives the session of whoever is signed in.
const histories = new Map<string, EditHistory<Step>>();
const historyOf = ({ user }: Meta) => histories.get(user.id) ?? { done: [], undone: [] };

/** The cells as a spreadsheet takes them. */
export function copied({ meta, columns, records, range }: Sheet): string {
  const reading = readingOf(meta);
  const shown = columns.slice(range.left, range.right + 1);
  return writeTsv(
    records
      .slice(range.top, range.bottom + 1)
      .map((record) =>
        shown.map(({ field, valuePath }) => cellText(field, valueAt(record, valuePath), reading)),
      ),
  );
}

/** Writes what a spreadsheet has copied over the cells: all of it, or nothing. */
export async function paste(sheet: Sheet, text: string): Promise<void> {
  const cells = layOver(readTsv(text), sheet.range);
  if (cells.length > most) return toast(i18next.t('sheet.tooMany', { count: most }), 'red');
  const ids = await idsOf(sheet, cells);
  const problems: string[] = [];
  const values = cells.flatMap((cell): readonly NewValue[] => {
    const { row, column, text: typed } = cell;
    const [record, at] = [sheet.records[row], sheet.columns[column]];
    const field = record && editedField(sheet, column);
    if (!record || !at || !field) {
      problems.push(
        at && record ? i18next.t('sheet.fixed', { cell: nameOf(sheet, cell) }) : i18next.t('sheet.outside'),
      );
      return [];
    }
    const current = bare(record[field.name]);
    const value =
      isReference(field) && typed.trim() !== ''
        ? ids.get(targetObject(field))?.get(typed.trim())
        : readCell(field, typed, { ...readingOf(sheet.meta), current });
    if (value === undefined)
      problems.push(i18next.t('sheet.unreadable', { cell: nameOf(sheet, cell), text: typed }));
    return [{ row, field, value }];
  });
  if (problems.length > 0) return complain(problems);
  await write(sheet, values);
}

/** Writes the first row of the cells into those below; a single row takes what stands above it. */
export async function fillDown(sheet: Sheet): Promise<void> {
  const { top, bottom } = sheet.range;
  const from = top === bottom ? top - 1 : top;
  const source = sheet.records[from];
  if (source) await overwrite(sheet, from + 1, (field) => bare(source[field.name]));
}

/** Empties the cells. */
export async function empty(sheet: Sheet): Promise<void> {
  await overwrite(sheet, sheet.range.top, () => null);
}

/** Takes the latest step back, or makes it again. */
export async function step(client: QueryClient, meta: Meta, way: 'undo' | 'redo'): Promise<void> {
  const history = historyOf(meta);
  const latest = (way === 'undo' ? history.done : history.undone).at(-1);
  if (!latest) return;
  const outcome = await writeTogether(client, latest.object, latest.changes.map(turned));
  const refused = 'refused' in outcome;
  histories.set(
    meta.user.id,
    moved(history, way, refused ? undefined : { ...latest, changes: outcome.changes }),
  );
  if (refused) complain(outcome.refused);
  else toast(i18next.t(way === 'undo' ? 'sheet.undone' : 'sheet.redone', { count: outcome.changes.length }));
}

/** Remembers what was edited, so that it can be taken back. */
export function rememberEdit(meta: Meta, step: Step): void {
  histories.set(meta.user.id, remember(historyOf(meta), step));
}

async function overwrite(
  sheet: Sheet,
  first: number,
  newValue: (field: FieldMeta) => unknown,
): Promise<void> {
  const { bottom, left, right } = sheet.range;
  const fields = sheet.columns
    .slice(left, right + 1)
    .flatMap((_, along) => editedField(sheet, left + along) ?? []);
  const rows = Array.from({ length: bottom - first + 1 }, (_, down) => first + down);
  if (fields.length === 0) return toast(i18next.t('sheet.nothing'), 'red');
  await write(
    sheet,
    rows.flatMap((row) => fields.map((field) => ({ row, field, value: newValue(field) }))),
  );
}

async function write(sheet: Sheet, values: readonly NewValue[]): Promise<void> {
  const { client, object, records } = sheet;
  const closed = values.filter(({ row, field, value }) => {
    const record = records[row];
    return record && sheet.states(record).readOnly.has(field.name) && !sameValue(record[field.name], value);
  });
  if (closed.length > 0) return complain(closed.map(({ row, field }) => lockedText(sheet, row, field)));
  const changes = [...Map.groupBy(values, ({ row }) => row)].flatMap(
    ([row, cells]): readonly RecordChange[] => {
      const record = records[row];
      const changed = record && cells.filter(({ field, value }) => !sameValue(record[field.name], value));
      if (!record || !changed?.length) return [];
      const before = changed.map(({ field }) => [field.name, bare(record[field.name])]);
      const after = changed.map(({ field, value }) => [field.name, value]);
      const { id, version } = record;
      const name = String(record[object.nameField] ?? '');
      return [{ id, name, version, before: Object.fromEntries(before), after: Object.fromEntries(after) }];
    },
  );
  if (changes.length === 0) return;
  const unfit = changes.flatMap((change) => notOffered(sheet, change));
  if (unfit.length > 0) return complain(unfit);
  const outcome = await writeTogether(client, object.name, changes);
  if ('refused' in outcome) return complain(outcome.refused);
  rememberEdit(sheet.meta, { object: object.name, changes: outcome.changes });
  toast(i18next.t('sheet.written', { count: outcome.changes.length }));
}

function editedField({ object, columns }: Sheet, column: number): FieldMeta | undefined {
  const field = columns[column]?.edits;
  return object.can.update && field && !field.masked && !field.sealed ? field : undefined;
}

async function idsOf(sheet: Sheet, cells: readonly LaidCell[]) {
  const wanted = cells.flatMap(({ column, text }) => {
    const field = editedField(sheet, column);
    const name = text.trim();
    return field && isReference(field) && name !== '' ? [{ object: targetObject(field), name }] : [];
  });
  const asked = [...Map.groupBy(wanted, ({ object }) => object)].map(async ([object, each]) => {
    const names = [...new Set(each.map(({ name }) => name))];
    return [object, await findByName(object, nameFieldOf(sheet.meta, object), names)] as const;
  });
  return new Map(await Promise.all(asked));
}

function isReference({ type }: FieldMeta): boolean {
  return type === 'reference' || type === 'user';
}

function nameFieldOf(meta: Meta, name: string): string {
  return meta.objects.find((object) => object.name === name)?.nameField ?? 'name';
}

function readingOf(meta: Meta): Omit<Reading, 'current'> {
  return {
    timeZone: meta.user.timeZone,
    currency: meta.workspace.currency,
    yes: i18next.t('field.yes'),
    no: i18next.t('field.no'),
    nameField: (field) => nameFieldOf(meta, targetObject(field)),
  };
}

function nameOf({ object, columns, records }: Sheet, { row, column }: LaidCell): string {
  return `${records[row]?.[object.nameField] ?? ''} · ${columns[column]?.label ?? ''}`;
}

function lockedText({ object, records }: Sheet, row: number, { label }: FieldMeta): string {
  return i18next.t('sheet.locked', { cell: `${records[row]?.[object.nameField] ?? ''} · ${label}` });
}

function complain(problems: readonly string[]): void {
  const told = [...new Set(problems)];
  const more = told.length > 5 ? [i18next.t('sheet.more', { count: told.length - 5 })] : [];
  toast([i18next.t('sheet.refused'), ...told.slice(0, 5), ...more].join(' '), 'red');
}
