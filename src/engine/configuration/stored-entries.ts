import { asWhole } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import type { Entry } from './configuration.ts';
import { type ConfiguredObject, configuredObjects } from './configured-objects.ts';

/** An entry as it is stored, with the record's id. */
export interface StoredEntry {
  readonly id: string;
  readonly entry: Entry;
}

export interface StoredEntries extends ConfiguredObject {
  /** In the order of what names them. */
  readonly entries: readonly StoredEntry[];
  /** What each record is called, by its id; for objects whose records are named by one field. */
  readonly called: ReadonlyMap<string, string>;
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * The records that set a company up, by object, references by name. One that names a person is left out, people differ
 * from company to company, and so is one that nothing names: it is somebody's own. Those of modules that are switched off
 * are among them.
 */
export async function storedEntries(context: Context): Promise<ReadonlyMap<string, StoredEntries>> {
  const whole = asWhole(context);
  const found = new Map<string, StoredEntries>();
  const rows = new Map<string, readonly Row[]>();
  for (const configured of configuredObjects(whole.registry)) {
    const { object, fields, names } = configured;
    const read = await everyRow(
      whole,
      object.name,
      fields.map(([name]) => name),
    );
    rows.set(object.name, read);
    const [only = ''] = names;
    const called = new Map(names.length === 1 ? read.map((row) => [row.id, String(row[only])]) : []);
    found.set(object.name, { ...configured, entries: [], called });
  }
  for (const [name, stored] of found) {
    const entries = (rows.get(name) ?? []).flatMap((row) => {
      const entry = entryOf(stored, row, found);
      return entry === undefined ? [] : [{ id: row.id, entry }];
    });
    const place = ({ entry }: StoredEntry) => keyOf(stored, entry);
    entries.sort((one, other) => (place(one) < place(other) ? -1 : 1));
    found.set(name, { ...stored, entries });
  }
  return found;
}

/** The values that name an entry, as one text. */
export function keyOf({ names }: ConfiguredObject, entry: Entry): string {
  return JSON.stringify(names.map((name) => entry[name] ?? ''));
}

async function everyRow(context: Context, object: string, select: readonly string[]): Promise<Row[]> {
  const found: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRecords(context, object, {
      ...{ select: ['id', ...select], sort: 'id', limit: 1000 },
      ...(cursor && { cursor }),
    });
    found.push(...recordsIn<Row>(page));
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}

function entryOf(
  { fields, names }: ConfiguredObject,
  row: Row,
  all: ReadonlyMap<string, StoredEntries>,
): Entry | undefined {
  const entry: Record<string, unknown> = {};
  for (const [name, { type, target }] of fields) {
    const value = row[name];
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    if (type === 'reference') {
      const called = all.get(target ?? '')?.called.get(idIn(value));
      if (called === undefined) return undefined;
      entry[name] = called;
    } else if (type === 'regarding') {
      const { object } = value as { readonly object: string };
      const called = all.get(object)?.called.get(idIn(value));
      if (called === undefined) return undefined;
      entry[name] = { object, name: called };
    } else entry[name] = value;
  }
  return names.some((name) => entry[name] !== undefined) ? entry : undefined;
}

/** What a list gives of a reference: its id, alone or with what is shown of it. */
function idIn(value: unknown): string {
  return typeof value === 'string' ? value : (value as { readonly id: string }).id;
}
