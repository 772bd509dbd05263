import type { Field } from '#kernel/field/field.ts';
import { formerNames } from '#kernel/former-names.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { fieldRight } from '../access/rights.ts';
import { labelsOf } from '../http/labels.ts';
import type { Context } from '../records/context.ts';
import { shownValues } from '../records/shown-values.ts';
import { isActivity } from './around.ts';
import type { LoggedEntry } from './logged-entry.ts';
import { type Known, lookUp, type Wanted } from './look-up.ts';

/** An entry of a timeline as it goes out. */
export interface Entry {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  /** What a verb or an automation is called; absent for plain changes. */
  readonly label?: string;
  readonly object: string;
  readonly record: { readonly id: string; readonly name: string | null };
  readonly actor: { readonly id: string; readonly name: string } | null;
  /** Who acted in the actor's name, where that was somebody else. */
  readonly impersonator?: { readonly id: string; readonly name: string };
  readonly changes: readonly EntryChange[];
  readonly activity?: unknown;
  /** The share whole, as it is or was last, where one is told of. */
  readonly share?: unknown;
}

interface EntryChange {
  readonly field: string;
  readonly label: string;
  readonly old: unknown;
  readonly new: unknown;
}

/** Tells entries of the log with names in place of ids, in the actor's language, without what is hidden from him. */
export async function describeEntries(
  context: Context,
  entries: readonly LoggedEntry[],
): Promise<readonly Entry[]> {
  const readable = entries.map((entry) => ({ ...entry, changes: readableChanges(context, entry) }));
  const known = await lookUp(context, wantedBy(context, readable));
  const labels = labelsOf(context.registry, context.actor.locale);
  return readable.map(({ sequence, at, kind, object, record, actor, impersonator, changes }) => {
    const model = objectNamed(context.registry, object);
    const person = (id: string) => ({ id, name: known.name(context.registry.people, id) ?? '' });
    const verb = labels.verb(kind);
    const activity = kind === 'created' && isActivity(model) ? known.record(object, record) : undefined;
    const share = isShare(model) ? known.record(object, record) : undefined;
    return {
      ...{ id: sequence, at, kind, object },
      ...(verb !== undefined && { label: verb }),
      record: { id: record, name: known.name(object, record) ?? null },
      actor: actor === null ? null : person(actor),
      ...(impersonator !== null && { impersonator: person(impersonator) }),
      changes: changes.map(([name, field, [before, after]]) => ({
        field: name,
        label: labels.field(model, name),
        old: named(context, field, before, known),
        new: named(context, field, after, known),
      })),
      ...(activity !== undefined && { activity }),
      ...(share !== undefined && { share }),
    };
  });
}

function isShare({ declaration }: ObjectModel): boolean {
  return declaration.purpose === 'share';
}

type ReadableChange = readonly [name: string, field: Field, values: readonly [unknown, unknown]];
type ReadableEntry = Omit<LoggedEntry, 'changes'> & { readonly changes: readonly ReadableChange[] };

function readableChanges(context: Context, { object, changes }: LoggedEntry): readonly ReadableChange[] {
  const model = objectNamed(context.registry, object);
  return Object.entries(changes).flatMap(([name, values]) => {
    const field = model.fields.get(name);
    const hidden =
      field === undefined ||
      field.bookkeeping === true ||
      fieldRight(model, name, context.actor) === 'hidden';
    if (hidden) return [];
    const [before, after] = values.map((value) => shownValues(context, model, { [name]: value })[name]);
    return [[name, field, [before, after]] as const];
  });
}

/** Every record that is named somewhere, and every activity and share that is shown whole. */
function wantedBy(context: Context, entries: readonly ReadableEntry[]): Wanted {
  const names: [object: string, id: string][] = [];
  const records: [object: string, id: string][] = [];
  for (const { object, record, actor, impersonator, kind, changes } of entries) {
    names.push([object, record]);
    for (const person of [actor, impersonator])
      if (person !== null) names.push([context.registry.people, person]);
    const model = objectNamed(context.registry, object);
    if ((kind === 'created' && isActivity(model)) || isShare(model)) records.push([object, record]);
    for (const [, field, values] of changes)
      for (const value of values) names.push(...targets(context, field, value));
  }
  return { names, records };
}

/** The records that a value names. What was logged before the field's type changed is read as it was then. */
function targets(context: Context, field: Field, value: unknown): readonly [object: string, id: string][] {
  if (value === null || value === undefined) return [];
  const target = field.type === 'user' ? context.registry.people : field.target;
  switch (field.type) {
    case 'reference':
    case 'user':
    case 'manyToMany':
      return [value].flat().map((id) => [target ?? '', String(id)]);
    case 'regarding': {
      const { object, id } = Object(value) as { readonly object?: string; readonly id?: string };
      if (object === undefined || id === undefined) return [];
      return [[formerNames(context.registry).object(object), id]];
    }
    default:
      return [];
  }
}

/** The value with names where it holds ids. */
function named(context: Context, field: Field, value: unknown, known: Known): unknown {
  const pairs = targets(context, field, value).map(([object, id]) => {
    const key = field.type === 'regarding' ? 'name' : nameFieldOf(context, object);
    const name = known.name(object, id);
    return { ...(field.type === 'regarding' && { object }), id, ...(name !== undefined && { [key]: name }) };
  });
  if (field.type === 'manyToMany') return value === null ? null : pairs;
  return pairs[0] ?? value;
}

function nameFieldOf(context: Context, object: string): string {
  return context.registry.objects.get(object)?.declaration.nameField ?? 'name';
}
