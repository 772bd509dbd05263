import { objectNamed, type Registry } from '#kernel/registry.ts';
import { fieldRight } from '../../access/rights.ts';
import { uuidv7 } from '../../database/uuid.ts';
import { followersOfChanges } from '../../people/followers.ts';
import { loadActor } from '../../people/load-actor.ts';
import type { Context } from '../../records/context.ts';
import { idsWhere } from '../../records/ids-where.ts';
import { type ChangeNews, singly, writeChangeNews } from './write-change-news.ts';

/** An entry of the log, of which only the names of the fields are known. */
export interface FieldsChanged {
  readonly sequence: string;
  readonly object: string;
  readonly record: string;
  readonly kind: string;
  readonly actor: string | null;
  readonly fields: readonly string[];
}

/**
 * Tells those who follow records what others have changed in them, in the transaction that reads the log. What is said
 * is read from the log by each with his own rights.
 */
export async function tellOfChanges(context: Context, entries: readonly FieldsChanged[]): Promise<void> {
  const changes = entries.filter((entry) => isTold(context.registry, entry));
  if (changes.length === 0) return;
  const followers = await followersOfChanges(context, changes);
  const heard = changes.flatMap((change) =>
    (followers.get(change.record) ?? [])
      .filter(({ person, owns }) => person !== change.actor && !(owns && isHandingOver(change)))
      .map(({ person }) => ({ ...change, person })),
  );
  const bursts = Map.groupBy(heard, ({ person, object, actor }) => `${person} ${object} ${actor}`);
  const news: ChangeNews[] = [];
  for (const burst of bursts.values()) news.push(...(await newsOf(context, burst)));
  if (news.length > 0) await writeChangeNews(context, news);
}

type Heard = FieldsChanged & { readonly person: string };

/** Whether people hear of it: of values that they know, in what they can follow. */
function isTold(registry: Registry, { object: name, kind, fields }: FieldsChanged): boolean {
  if (['created', 'deleted', 'restored', 'revealed'].includes(kind)) return false;
  if (registry.purposes.get('following')?.fields.get('record')?.targets?.includes(name) !== true)
    return false;
  return fields.some((field) => isShown(registry, name, field));
}

function isShown(registry: Registry, object: string, name: string): boolean {
  const field = registry.objects.get(object)?.fields.get(name);
  return field !== undefined && field.bookkeeping !== true;
}

/** Whoever gets a record is told so in another way. */
function isHandingOver({ fields }: FieldsChanged): boolean {
  return fields.length === 1 && fields[0] === 'owner';
}

/** What one person changed among the records of an object that another follows: each by itself, or all in one. */
async function newsOf(context: Context, burst: readonly Heard[]): Promise<readonly ChangeNews[]> {
  const byRecord = Map.groupBy(burst, ({ record }) => record);
  if (byRecord.size <= singly) return [...byRecord.values()].flatMap((heard) => oneOf(heard, 1));
  const seen = await seenOf(context, burst);
  return oneOf(seen, new Set(seen.map(({ record }) => record)).size);
}

function oneOf(heard: readonly Heard[], count: number): readonly ChangeNews[] {
  const [begin, end] = [heard[0], heard.at(-1)];
  if (begin === undefined || end === undefined) return [];
  const { person, object, record, actor, sequence } = end;
  return [
    { ...{ id: uuidv7(), person, object, record, actor, count }, first: begin.sequence, last: sequence },
  ];
}

/** Those of many that the person sees: their number tells of them. */
async function seenOf(context: Context, burst: readonly Heard[]): Promise<readonly Heard[]> {
  const { person, object } = burst[0] as Heard;
  const { database, registry, workspace } = context;
  const actor = await loadActor(database, registry, workspace.schema, person);
  if (actor === undefined) return [];
  const model = objectNamed(registry, object);
  const known = burst.filter(({ fields }) =>
    fields.some((name) => isShown(registry, object, name) && fieldRight(model, name, actor) !== 'hidden'),
  );
  const where = { id: { in: [...new Set(known.map(({ record }) => record))] } };
  const seen = new Set(await idsWhere({ ...context, actor }, object, 'read', where));
  return known.filter(({ record }) => seen.has(record));
}
