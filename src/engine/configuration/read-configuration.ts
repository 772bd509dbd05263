import type { Field } from '#kernel/field/field.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import type { WorkspaceSettings } from '../identity/workspace-settings.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import type { Configuration, Entry } from './configuration.ts';
import { configuredObjects, namingFields, toldFields } from './configured-objects.ts';

/** An entry as it is stored, with the record's id. */
export interface StoredEntry {
  readonly id: string;
  readonly entry: Entry;
}

/** How the company has set the product up, always in the same order. */
export async function readConfiguration(
  context: Context,
  settings: WorkspaceSettings,
): Promise<Configuration> {
  const records: Record<string, readonly Entry[]> = {};
  for (const object of configuredObjects(context.registry))
    records[object.name] = (await storedEntries(context, object)).map(({ entry }) => entry);
  const { currencies, locale, timeZone } = settings;
  const sorted = Object.fromEntries(
    Object.entries(currencies).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  return { format: 1, settings: { currencies: sorted, locale, timeZone }, records };
}

/** The entries of an object that can be told to another company: those that name a person cannot. */
export async function storedEntries(context: Context, object: ObjectModel): Promise<readonly StoredEntry[]> {
  const fields = toldFields(object);
  const select = fields.map(([name]) => name);
  const found: StoredEntry[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await listRecords(context, object.name, { select, limit: 1000, ...(cursor && { cursor }) });
    for (const record of recordsIn<Record<string, unknown> & { id: string }>(page)) {
      const entry = await entryOf(context, fields, record);
      if (entry !== undefined) found.push({ id: record.id, entry });
    }
    cursor = page.next;
    more = cursor !== undefined;
  }
  const names = namingFields(object);
  const place = ({ entry }: StoredEntry) => JSON.stringify(names.map((name) => entry[name] ?? ''));
  return found.sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

async function entryOf(
  context: Context,
  fields: readonly (readonly [string, Field])[],
  record: Readonly<Record<string, unknown>>,
): Promise<Entry | undefined> {
  const entry: Record<string, unknown> = {};
  for (const [name, field] of fields) {
    const value = record[name];
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    const told = field.type === 'regarding' ? await named(context, value as Target) : value;
    if (told === undefined) return undefined;
    entry[name] = told;
  }
  return entry;
}

interface Target {
  readonly object: string;
  readonly id: string;
}

/** What is referred to, by its name; nothing for a person. */
async function named(context: Context, { object, id }: Target): Promise<object | undefined> {
  if (object === context.registry.people) return undefined;
  const { nameField } = objectNamed(context.registry, object).declaration;
  const page = await listRecords(context, object, { where: { id }, select: [nameField] });
  const [found] = recordsIn<Record<string, unknown>>(page);
  return found && { object, name: found[nameField] };
}
