import { createHash } from 'node:crypto';
import { shortName } from '#kernel/object-name.ts';
import type { Invites, Occurs } from '#kernel/occurs.ts';
import type { Recurrence } from '#kernel/recurrence/recurrence.ts';
import { nextStart } from '#kernel/recurrence/starts-of.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { idOf } from '../occurrences/times-taken.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';

export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** What guests are invited to. */
export interface Occasion {
  readonly object: ObjectModel;
  readonly occurs: Occurs & { readonly invites: Invites };
  readonly record: Row;
  /** It is to take place: neither called off nor gone. */
  readonly stands: boolean;
  /** The series of which it is one time that was changed alone. */
  readonly series: string | undefined;
  /** The form by which somebody outside arranged it himself, where people come back to their answers. */
  readonly form: string | undefined;
  readonly start: number;
  readonly end: number | undefined;
  /** How it comes back, without the times that are told as what they have become. */
  readonly repeats: Recurrence | undefined;
  /** Nothing of it is still to come. */
  readonly over: boolean;
}

/** The object of guests and what they are invited to; undefined where nobody is invited by mail. */
export function guestsIn({ purposes, objects }: Registry) {
  const guests = purposes.get('guest');
  const object = objects.get(guests?.fields.get('occasion')?.target ?? '');
  const { occurs } = object?.declaration ?? {};
  if (guests === undefined || object === undefined || occurs?.invites === undefined) return undefined;
  return { guests, object, occurs: { ...occurs, invites: occurs.invites } };
}

/** A record by its id, as it is or, where it is in the bin, as it was. */
export async function rowOf(
  context: Context,
  { name }: ObjectModel,
  id: string,
  select: readonly string[],
): Promise<(Row & { readonly binned: boolean }) | undefined> {
  for (const bin of [false, true]) {
    const page = await listRecords(context, name, {
      where: { id },
      select: ['id', ...select],
      limit: 1,
      bin,
    });
    const [row] = recordsIn<Row>(page);
    if (row !== undefined) return { ...row, binned: bin };
  }
  return undefined;
}

/** Reads what guests are invited to, whatever has become of it. */
export async function occasionOf(context: Context, id: string): Promise<Occasion | undefined> {
  const known = guestsIn(context.registry);
  if (known === undefined) return undefined;
  const { object, occurs } = known;
  const { from, to, place, series, busy = {}, invites } = occurs;
  const { nameField } = object.declaration;
  const names = [nameField, from, to, place, invites.people, invites.when].filter(
    (name) => name !== undefined,
  );
  const by = [`${invites.by}.name`, `${invites.by}.email`, `${invites.by}.locale`, `${invites.by}.timeZone`];
  const byForm = formField(context.registry, object);
  const recurring = series === undefined ? [] : [series, 'repeats', 'seriesAt'];
  const record = await rowOf(context, object, id, [
    ...new Set([...names, ...by, ...recurring, 'updatedAt', ...(byForm === undefined ? [] : [byForm])]),
  ]);
  if (record === undefined) return undefined;
  const standing = await listRecords(context, object.name, {
    where: { and: [{ id }, busy] },
    select: ['id'],
    limit: 1,
  });
  const start = Date.parse(String(record[from]));
  const ends = to === undefined || record[to] == null ? undefined : Date.parse(String(record[to]));
  const end = ends !== undefined && ends > start ? ends : undefined;
  const repeats = await repeatsOf(context, object, series, record);
  const next = repeats ? nextStart(repeats, start, context.now) : undefined;
  return {
    ...{ object, occurs, record, start, end, repeats },
    series: series === undefined ? undefined : idOf(record[series]),
    form: byForm === undefined ? undefined : idOf(record[byForm]),
    stands: standing.length > 0,
    over: (repeats ? next : (end ?? start)) === undefined || (!repeats && (end ?? start) <= context.now),
  };
}

/** The field that says by which form something was arranged. */
function formField({ objects }: Registry, { fields }: ObjectModel): string | undefined {
  const [name] =
    [...fields].find(([, { target }]) => objects.get(target ?? '')?.publicForm?.kept !== undefined) ?? [];
  return name;
}

/** What was said of one time alone is told as that; it is no time that was taken out. */
async function repeatsOf(
  context: Context,
  object: ObjectModel,
  series: string | undefined,
  { id, repeats }: Row,
): Promise<Recurrence | undefined> {
  const rule = repeats as Recurrence | null | undefined;
  if (!rule || series === undefined) return undefined;
  const page = await listRecords(context, object.name, {
    where: { [series]: id },
    select: ['id', 'seriesAt'],
    limit: 1000,
  });
  const alone = new Set(recordsIn<Row>(page).map(({ seriesAt }) => seriesAt));
  const except = (rule.except ?? []).filter((each) => !alone.has(each));
  const { except: _, ...rest } = rule;
  return except.length > 0 ? { ...rest, except } : rest;
}

/** A print of when it takes place, and one of all that guests are told of it. */
export function printsOf({ object, occurs, record, start, end, repeats, stands }: Occasion) {
  const times = printOf([start, end, repeats, stands]);
  const place = occurs.place && record[occurs.place];
  return { times, told: `${times}.${printOf([record[object.declaration.nameField], place])}` };
}

function printOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);
}

/** The short name under which what a reference of guests names is read. */
export function peopleObject({ registry }: Context, { object, occurs }: Pick<Occasion, 'object' | 'occurs'>) {
  return registry.objects.get(shortName(object.fields.get(occurs.invites.people)?.target ?? ''));
}
