import { isDeepStrictEqual } from 'node:util';
import { type Complaint, Refusal, Unacceptable } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { companyTimeFrom } from '#kernel/working-time/company-time.ts';
import type { WorkspaceSettings } from '../identity/workspace-settings.ts';
import type { Context } from '../records/context.ts';
import { markedName } from '../run-time/name-from-label.ts';
import type { ConfiguredSettings, Difference, Entry, Plan } from './configuration.ts';
import type { ConfiguredObject } from './configured-objects.ts';
import { ownSettings } from './own-settings.ts';
import { readSettings } from './read-settings.ts';
import { type NamesOf, namesOf, referenceFaults, referredTo } from './referred-to.ts';
import { keyOf, type StoredEntries, storedEntries } from './stored-entries.ts';
import { wantedConfiguration } from './wanted-configuration.ts';

/** A change of a record, ready to be made. */
export interface PlannedChange extends Difference {
  /** Of the record that is changed. */
  readonly id?: string;
  /** What is written, references by name. */
  readonly values: Entry;
}

export interface FullPlan extends Plan {
  readonly records: readonly PlannedChange[];
  /** The records that changes may refer to. */
  readonly stored: ReadonlyMap<string, StoredEntries>;
}

/** What a configuration would change here, in sentences of data; refuses what is none. Nothing is ever taken away. */
export async function planConfiguration(
  context: Context,
  settings: WorkspaceSettings,
  wanted: unknown,
): Promise<FullPlan> {
  const given = wantedConfiguration(context, wanted);
  const stored = await storedEntries(context);
  const complaints: Complaint[] = [];
  const names = namesOf(stored, given.records ?? {});
  const records = [...stored.values()].flatMap((present) => {
    const entries = given.records?.[present.object.name];
    return entries === undefined ? [] : differences(present, entries, names, complaints);
  });
  const changed = await changedSettings(context, settings, given.settings ?? {}, complaints);
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  return { settings: changed, records, stored };
}

async function changedSettings(
  context: Context,
  settings: WorkspaceSettings,
  given: Partial<ConfiguredSettings>,
  complaints: Complaint[],
): Promise<Plan['settings']> {
  const present: Entry = { ...(await readSettings(context, settings)) };
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, input]) => {
      const value = asKept(name, input, context, complaints);
      return isDeepStrictEqual(present[name], value) ? [] : [[name, [present[name], value]]];
    }),
  );
}

/** A setting as it would be kept; what is wrong with it is told of the place where it stands. */
function asKept(name: string, input: unknown, { registry }: Context, complaints: Complaint[]): unknown {
  const field = `settings.${name}`;
  const setting = ownSettings.get(name);
  try {
    if (name === 'workingTime') return companyTimeFrom(input, name);
    return setting === undefined ? input : setting.parse(input, registry);
  } catch (error) {
    if (error instanceof Unacceptable)
      complaints.push({ field, code: error.code, parameters: error.parameters });
    else if (error instanceof Refusal)
      complaints.push(
        ...error.complaints.map((each) => ({
          ...each,
          field: `${setting === undefined ? 'settings' : field}.${each.field}`,
        })),
      );
    else throw error;
    return input;
  }
}

function differences(
  present: StoredEntries,
  wanted: readonly Entry[],
  known: NamesOf,
  complaints: Complaint[],
): readonly PlannedChange[] {
  const { object, names } = present;
  const before = new Map(present.entries.map((each) => [keyOf(present, each.entry), each]));
  const changes: PlannedChange[] = [];
  const seen = new Set<string>();
  for (const [place, written] of wanted.entries()) {
    const entry = asNamed(present, written);
    const key = keyOf(present, entry);
    const at = `records.${object.name}.${place}`;
    for (const name of names)
      if ((entry[name] ?? null) === null && !mayBeEmpty(present, name))
        complaints.push({ field: `${at}.${name}`, code: 'required' });
    if (seen.has(key)) complaints.push({ field: at, code: 'notUnique' });
    seen.add(key);
    complaints.push(...referenceFaults(present, entry, known, at));
    const stored = before.get(key);
    const fields = fieldsThatDiffer(present, stored?.entry ?? {}, entry);
    if (stored !== undefined && Object.keys(fields).length === 0) continue;
    const values = Object.fromEntries(Object.entries(fields).map(([name, [, after]]) => [name, after]));
    changes.push({
      ...{ object: object.name, key: pick(entry, names), fields, values },
      ...(stored === undefined ? { change: 'create' } : { change: 'update', id: stored.id }),
    });
  }
  for (const [key, { entry }] of before)
    if (!seen.has(key))
      changes.push({ object: object.name, key: pick(entry, names), change: 'left', fields: {}, values: {} });
  return inOrder(present, changes);
}

/** Whether a record may be known by its other names alone; what defines fields gets each of its names here. */
function mayBeEmpty({ object, names }: ConfiguredObject, name: string): boolean {
  return names.length > 1 && !isDefinition(object) && object.fields.get(name)?.required !== true;
}

function isDefinition({ declaration: { purpose } }: ObjectModel): boolean {
  return purpose === 'definition' || purpose === 'objectDefinition';
}

/** Those that others of their kind refer to before those who do. */
function inOrder(present: ConfiguredObject, changes: readonly PlannedChange[]): readonly PlannedChange[] {
  const { name } = present.object;
  const ordered = new Set<PlannedChange>();
  const add = (change: PlannedChange, above: readonly PlannedChange[]) => {
    if (ordered.has(change) || above.includes(change)) return;
    const within = referredTo(present, change.values).filter(({ object }) => object === name);
    for (const other of changes)
      if (within.some(({ called }) => called === Object.values(other.key)[0])) add(other, [...above, change]);
    ordered.add(change);
  };
  for (const change of changes) add(change, []);
  return [...ordered];
}

/** An object or a field of a company's own by the name that it gets, which is marked as its own. */
function asNamed({ object }: ConfiguredObject, entry: Entry): Entry {
  const { name } = entry;
  return isDefinition(object) && typeof name === 'string' ? { ...entry, name: markedName(name) } : entry;
}

function fieldsThatDiffer({ fields }: ConfiguredObject, before: Entry, after: Entry): Difference['fields'] {
  const told = new Set([...fields.map(([name]) => name), ...Object.keys(after)]);
  return Object.fromEntries(
    [...told]
      .map((name) => [name, [before[name] ?? null, after[name] ?? null]] as const)
      .filter(([, [was, will]]) => !isDeepStrictEqual(was, will)),
  );
}

function pick(entry: Entry, names: readonly string[]): Entry {
  return Object.fromEntries(names.map((name) => [name, entry[name]]));
}
