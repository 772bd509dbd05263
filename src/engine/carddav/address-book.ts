import { createHash } from 'node:crypto';
import type { ObjectModel } from '#kernel/registry.ts';
import { readableField } from '../access/rights.ts';
import { writtenLine } from '../icalendar/content-lines.ts';
import { cardColumns } from '../import-export/card-columns.ts';
import { writeVcard } from '../import-export/writing/vcard.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import { limitsOfPerson, takerOf } from '../safeguards/person-taking.ts';
import { namesOf } from './card-names.ts';

/** Whose cards a device shows: those that are the person's own, himself or through their company, or all he may see. */
export type Reach = 'own' | 'all';

export interface BookCard {
  /** Of its text, so that it changes with whatever somebody sees of the record, his rights included. */
  readonly tag: string;
  readonly text: string;
  /** The record, and its version that was read. */
  readonly id: string;
  readonly version: number;
}

/** As many as a phone carries with ease. */
const most = 2000;

/** What of a record is told by its card to the actor: what is shown to him in part alone is no number to call. */
export function partsTold(context: Context, object: ObjectModel) {
  const { registry, actor } = context;
  return cardColumns(context, object).filter(({ reads }) =>
    reads.every((path) => path === 'id' || readableField(registry, object, path, actor)),
  );
}

/** The newest cards of an object by their names, as far as the actor may see and take them along. */
export async function cardsOf(
  context: Context,
  object: ObjectModel,
  reach: Reach,
): Promise<ReadonlyMap<string, BookCard>> {
  const columns = partsTold(context, object);
  const more = moreTold(context, object);
  const select = [
    ...new Set(['id', 'version', ...columns.flatMap(({ reads }) => reads), ...(more ? [more] : [])]),
  ];
  const where = reach === 'own' ? ownOf(context, object) : {};
  const left = await mostTaken(context);
  const cards = new Map<string, BookCard>();
  let cursor: string | undefined;
  while (cards.size < left) {
    const limit = Math.min(listLimits.most, left - cards.size);
    const asked = { where, select, sort: '-createdAt', limit, ...(cursor !== undefined && { cursor }) };
    const page = await listRecords(context, object.name, asked);
    const records = recordsIn<Row>(page);
    const names = await namesOf(
      context,
      records.map(({ id }) => id),
    );
    const rows = records.map((record) => columns.map(({ write }) => write(record)));
    const texts = writeVcard(
      columns.map(({ part }) => part),
      each(rows),
    );
    for (const record of records) {
      const { id, version } = record;
      const text = withMore((await texts.next()).value ?? '', more && record[more]);
      const tag = createHash('sha256').update(text).digest('base64url').slice(0, 22);
      cards.set(names.get(id) ?? id, { id, version, text, tag });
    }
    cursor = page.next;
    if (cursor === undefined) break;
  }
  return cards;
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number };

/** The field with what cards say besides, where the actor may read it. */
export function moreTold({ registry, actor }: Context, object: ObjectModel): string | undefined {
  const more = object.declaration.card?.more;
  return more !== undefined && readableField(registry, object, more, actor) ? more : undefined;
}

function withMore(card: string, more: unknown): string {
  if (typeof more !== 'string') return card;
  return card.replace(/END:VCARD\r\n$/, () => `${more.split('\n').map(writtenLine).join('')}END:VCARD\r\n`);
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
