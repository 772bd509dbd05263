import { shortName } from '#kernel/object-name.ts';
import { asWhole, type Inverse, type ObjectModel, objectNamed, type Registry } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { idsWhere } from '../records/ids-where.ts';
import { readForUpdate, type Stored } from '../records/read-for-update.ts';
import { removeRecord } from '../records/remove.ts';
import { updateRecord } from '../records/update.ts';
import { updateAll } from '../records/update-all.ts';

/** Records moved together. */
const batch = 500;

/** Lets everything that refers to one record refer to another. */
export async function moveChildren(
  context: Context,
  object: ObjectModel,
  from: string,
  to: string,
): Promise<void> {
  const own = object.inverses.filter(
    (inverse) => objectNamed(context.registry, inverse.object).declaration.unites === undefined,
  );
  for (const inverse of own) await moveAlong(context, object, inverse, from, to);
}

async function moveAlong(
  context: Context,
  object: ObjectModel,
  { object: childName, name, field }: Inverse,
  from: string,
  to: string,
): Promise<void> {
  const child = objectNamed(context.registry, childName);
  const condition = field.type === 'manyToMany' ? { [name]: { in: [from] } } : { [name]: from };
  const ids = await idsWhere(context, childName, 'update', condition);
  const moved = field.type === 'regarding' ? { object: object.name, id: to } : to;
  for (let at = 0; at < ids.length; at += batch) {
    const part = ids.slice(at, at + batch);
    if (field.type === 'manyToMany') await relink(context, child, name, part, from, to);
    else {
      const { stays, goes } = await sorted(context, child, name, part, to);
      for (const id of goes) await removeRecord(context, childName, id);
      // A record that refers to itself by way of its twin would go in a circle.
      const self = childName === object.name ? stays.filter((id) => id === to) : [];
      for (const id of self) await updateRecord(context, childName, id, { [name]: null });
      const rest = stays.filter((id) => !self.includes(id));
      if (rest.length > 0) await updateAll(context, childName, rest, { [name]: moved });
    }
  }
}

/** The references to one object that may stand in the place of those to another. */
export function standInsFor(registry: Registry, from: string, to: string): readonly Inverse[] {
  return objectNamed(registry, from).inverses.filter(
    ({ object, field: { insteadOf } }) =>
      insteadOf !== undefined &&
      objectNamed(registry, object).fields.get(insteadOf)?.target === shortName(to),
  );
}

/** Lets everything that refers to one record in the place of another refer to the other. */
export async function takePlace(context: Context, from: Named, to: Named): Promise<void> {
  const whole = asWhole(context);
  for (const { object, name, field } of standInsFor(whole.registry, from.object, to.object)) {
    const child = objectNamed(whole.registry, object);
    const place = field.insteadOf ?? '';
    const ids = await idsWhere(whole, object, 'update', { [name]: from.id });
    for (let at = 0; at < ids.length; at += batch) {
      const { stays, goes } = await sorted(whole, child, place, ids.slice(at, at + batch), to.id);
      for (const id of goes) await removeRecord(whole, object, id);
      if (stays.length > 0) await updateAll(whole, object, stays, { [name]: null, [place]: to.id });
    }
  }
}

interface Named {
  readonly object: string;
  readonly id: string;
}

/** Children that must be unique for their parent and that the new parent has already go to the bin. */
async function sorted(
  context: Context,
  child: ObjectModel,
  name: string,
  ids: readonly string[],
  to: string,
): Promise<{ readonly stays: readonly string[]; readonly goes: readonly string[] }> {
  const sets = child.declaration.unique.filter((set) => set.includes(name));
  if (sets.length === 0) return { stays: ids, goes: [] };
  const there = await idsWhere(context, child.name, 'update', { [name]: to });
  const [mine, theirs] = await Promise.all([stored(context, child, ids), stored(context, child, there)]);
  const key = (record: Stored, set: readonly string[]) =>
    JSON.stringify(set.filter((other) => other !== name).map((other) => record[other]));
  const taken = sets.map((set) => new Set(theirs.map((record) => key(record, set))));
  const goes = mine
    .filter((record) => sets.some((set, index) => taken[index]?.has(key(record, set))))
    .map(({ id }) => id);
  return { stays: ids.filter((id) => !goes.includes(id)), goes };
}

async function stored(
  context: Context,
  child: ObjectModel,
  ids: readonly string[],
): Promise<readonly Stored[]> {
  return (await readForUpdate(context, child, ids, true)).map(({ record }) => record);
}

async function relink(
  context: Context,
  child: ObjectModel,
  name: string,
  ids: readonly string[],
  from: string,
  to: string,
): Promise<void> {
  const acyclic = child.fields.get(name)?.acyclic === true;
  for (const record of await stored(context, child, ids)) {
    const linked = (record[name] ?? []) as readonly string[];
    const relinked = [...new Set(linked.map((id) => (id === from ? to : id)))].filter(
      (id) => !(acyclic && id === record.id),
    );
    await updateRecord(context, child.name, record.id, { [name]: relinked });
  }
}
