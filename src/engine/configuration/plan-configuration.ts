import { isDeepStrictEqual } from 'node:util';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import type { WorkspaceSettings } from '../identity/workspace-settings.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { markedName } from '../run-time/name-from-label.ts';
import type { Configuration, Difference, Entry, Plan } from './configuration.ts';
import { configuredObjects, namingFields, toldFields } from './configured-objects.ts';
import { readConfiguration, storedEntries } from './read-configuration.ts';

const settingNames: ReadonlySet<string> = new Set(['currencies', 'locale', 'timeZone']);

/** A change of a record, ready to be made. */
export interface PlannedChange extends Difference {
  /** Of the record that is changed. */
  readonly id?: string;
  /** What is written, references as ids. */
  readonly values: Entry;
}

/** What a configuration would change here, in sentences of data; refuses what is none. Nothing is ever taken away. */
export async function planConfiguration(
  context: Context,
  settings: WorkspaceSettings,
  wanted: unknown,
): Promise<Plan & { readonly records: readonly PlannedChange[] }> {
  const given = readWanted(context, wanted);
  const present = await readConfiguration(context, settings);
  const changed = Object.entries(given.settings ?? {}).flatMap(([name, value]) => {
    const before = (present.settings as Readonly<Record<string, unknown>>)[name];
    return isDeepStrictEqual(before, value) ? [] : [[name, [before, value]] as const];
  });
  const records: PlannedChange[] = [];
  const complaints: Complaint[] = [];
  for (const object of configuredObjects(context.registry))
    if (given.records?.[object.name] !== undefined)
      records.push(...(await differences(context, object, given.records[object.name] ?? [], complaints)));
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  return { settings: Object.fromEntries(changed), records };
}

/** The shape of what was sent; what is in each entry is read where it is written. */
function readWanted(context: Context, wanted: unknown): Partial<Configuration> {
  const invalid = (field: string, code: string) => new Refusal('invalid', [{ field, code }]);
  if (typeof wanted !== 'object' || wanted === null || (wanted as Configuration).format !== 1)
    throw invalid('format', 'notConfiguration');
  const { settings = {}, records = {} } = wanted as Configuration;
  if (typeof settings !== 'object' || settings === null) throw invalid('settings', 'notConfiguration');
  if (typeof records !== 'object' || records === null) throw invalid('records', 'notConfiguration');
  for (const name of Object.keys(settings))
    if (!settingNames.has(name)) throw invalid(`settings.${name}`, 'unknownField');
  const known = configuredObjects(context.registry).map(({ name }) => name);
  for (const [name, entries] of Object.entries(records)) {
    if (!known.includes(name)) throw invalid(`records.${name}`, 'unknownField');
    if (!Array.isArray(entries) || entries.some((entry) => typeof entry !== 'object' || entry === null))
      throw invalid(`records.${name}`, 'notAList');
  }
  return wanted as Configuration;
}

async function differences(
  context: Context,
  object: ObjectModel,
  wanted: readonly Entry[],
  complaints: Complaint[],
): Promise<readonly PlannedChange[]> {
  const names = namingFields(object);
  const keyOf = (entry: Entry) => JSON.stringify(names.map((name) => entry[name] ?? null));
  const present = new Map((await storedEntries(context, object)).map((each) => [keyOf(each.entry), each]));
  const changes: PlannedChange[] = [];
  const seen = new Set<string>();
  for (const [place, written] of wanted.entries()) {
    const entry = asNamed(object, written);
    const key = keyOf(entry);
    const at = `records.${object.name}.${place}`;
    for (const name of names)
      if ((entry[name] ?? null) === null) complaints.push({ field: `${at}.${name}`, code: 'required' });
    if (seen.has(key)) complaints.push({ field: at, code: 'notUnique' });
    seen.add(key);
    const before = present.get(key);
    const fields = fieldsThatDiffer(object, before?.entry ?? {}, entry);
    if (before !== undefined && Object.keys(fields).length === 0) continue;
    const values: Record<string, unknown> = {};
    for (const [name, [, after]] of Object.entries(fields))
      values[name] = await resolved(context, object, name, after, `${at}.${name}`, complaints);
    changes.push({
      ...{ object: object.name, key: pick(entry, names), fields, values },
      ...(before === undefined ? { change: 'create' } : { change: 'update', id: before.id }),
    });
  }
  for (const [key, { entry }] of present)
    if (!seen.has(key))
      changes.push({ object: object.name, key: pick(entry, names), change: 'left', fields: {}, values: {} });
  return changes;
}

/** A field of a company's own by the name that it gets, which is marked as its own. */
function asNamed(object: ObjectModel, entry: Entry): Entry {
  const { name } = entry;
  return object.declaration.purpose === 'definition' && typeof name === 'string'
    ? { ...entry, name: markedName(name) }
    : entry;
}

function fieldsThatDiffer(object: ObjectModel, before: Entry, after: Entry): Difference['fields'] {
  const told = new Set([...toldFields(object).map(([name]) => name), ...Object.keys(after)]);
  return Object.fromEntries(
    [...told]
      .map((name) => [name, [before[name] ?? null, after[name] ?? null]] as const)
      .filter(([, [was, will]]) => !isDeepStrictEqual(was, will)),
  );
}

/** A value as it is written here: what is referred to by its name becomes an id. */
async function resolved(
  context: Context,
  object: ObjectModel,
  name: string,
  value: unknown,
  at: string,
  complaints: Complaint[],
): Promise<unknown> {
  if (object.fields.get(name)?.type !== 'regarding' || value === null) return value;
  const { object: target, name: called } = value as { readonly object: string; readonly name: string };
  if (typeof called !== 'string' || !context.registry.objects.has(target)) {
    complaints.push({ field: at, code: 'noSuchRecord' });
    return null;
  }
  const { nameField } = objectNamed(context.registry, target).declaration;
  const page = await listRecords(context, target, {
    where: { [nameField]: called },
    select: ['id'],
    limit: 2,
  });
  const found = recordsIn<{ id: string }>(page);
  if (found.length !== 1) complaints.push({ field: at, code: 'noSuchRecord' });
  return { object: target, id: found[0]?.id };
}

function pick(entry: Entry, names: readonly string[]): Entry {
  return Object.fromEntries(names.map((name) => [name, entry[name]]));
}
