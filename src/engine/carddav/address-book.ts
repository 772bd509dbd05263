import { createHash } from 'node:crypto';
import type { ObjectModel } from '#kernel/registry.ts';
import { readableField } from '../access/rights.ts';
import { cardColumns } from '../import-export/card-columns.ts';
import { writeVcard } from '../import-export/writing/vcard.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import { limitsOfPerson, takerOf } from '../safeguards/person-taking.ts';

/** Whose cards a device shows: those that are the person's own, himself or through their company, or all he may see. */
export type Reach = 'own' | 'all';

export interface BookCard {
  /** Of its text, so that it changes with whatever somebody sees of the record, his rights included. */
  readonly tag: string;
  readonly text: string;
}

/** As many as a phone carries with ease. */
const most = 2000;

/** The newest cards of an object by the ids of their records, as far as the actor may see and take them along. */
export async function cardsOf(
  context: Context,
  object: ObjectModel,
  reach: Reach,
): Promise<ReadonlyMap<string, BookCard>> {
  const { registry, actor } = context;
  // What is shown to him in part alone is no number to call.
  const columns = cardColumns(context, object).filter(({ reads }) =>
    reads.every((path) => path === 'id' || readableField(registry, object, path, actor)),
  );
  const select = [...new Set(['id', ...columns.flatMap(({ reads }) => reads)])];
  const where = reach === 'own' ? ownOf(context, object) : {};
  const left = await mostTaken(context);
  const cards = new Map<string, BookCard>();
  let cursor: string | undefined;
  while (cards.size < left) {
    const limit = Math.min(listLimits.most, left - cards.size);
    const asked = { where, select, sort: '-createdAt', limit, ...(cursor !== undefined && { cursor }) };
    const page = await listRecords(context, object.name, asked);
    const records = recordsIn<Readonly<Record<string, unknown>> & { readonly id: string }>(page);
    const rows = records.map((record) => columns.map(({ write }) => write(record)));
    const texts = writeVcard(
      columns.map(({ part }) => part),
      each(rows),
    );
    for (const { id } of records) {
      const text = (await texts.next()).value ?? '';
      cards.set(id, { text, tag: createHash('sha256').update(text).digest('base64url').slice(0, 22) });
    }
    cursor = page.next;
    if (cursor === undefined) break;
  }
  return cards;
}

/** A condition on whose records they are, by the fields that the actor may read. */
function ownOf({ registry, actor }: Context, object: ObjectModel): object {
  const { organization } = object.declaration.card ?? {};
  const owners = ['owner', ...(organization === undefined ? [] : [`${organization}.owner`])];
  const readable = owners.filter((path) => readableField(registry, object, path, actor));
  return { or: readable.map((path) => ({ [path]: actor.id })) };
}

/** A book on a phone is taken along as an export is. */
async function mostTaken(context: Context): Promise<number> {
  const person = takerOf(context.actor);
  if (person === null) return most;
  const { exportedAtOnce, exportedPerDay } = await limitsOfPerson(context, person);
  return Math.min(most, exportedAtOnce ?? most, exportedPerDay ?? most);
}

async function* each<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}
