import type { CardPart } from '#kernel/card.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { Context } from '../records/context.ts';
import { createRecords } from '../records/create.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { parseValues, type Values } from '../records/record-values.ts';
import { removeRecord } from '../records/remove.ts';
import { updateRecord } from '../records/update.ts';
import { type BookCard, moreTold, partsTold } from './address-book.ts';
import { keepName } from './card-names.ts';
import { DavError } from './dav-error.ts';
import { type ReadCard, readCard } from './read-card.ts';
import type { Book } from './resource.ts';

/** Nobody overwrites what he has not seen: which state of a card a device means to change (RFC 9110, 13.1). */
export interface Meant {
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

/**
 * Puts a card into a book: a new record, or changes of one to what the card says otherwise than it did before. What cards do
 * not tell, and what is not told to this person, stays as it is. Tells whether it is new.
 */
export async function putCard(
  context: Context,
  book: Book,
  name: string,
  body: Buffer,
  { ifMatch, ifNoneMatch }: Meant,
): Promise<boolean> {
  const held = (await book.cards()).get(name);
  const card = await readCard(body);
  if (held === undefined) {
    if (ifMatch !== undefined) throw new DavError(412);
    await makeCard(context, book, name, card);
    return true;
  }
  if (ifNoneMatch !== undefined) throw new DavError(412);
  if (ifMatch === undefined) throw new DavError(428);
  refuseOther(held, ifMatch);
  const before = await readCard(Buffer.from(held.text));
  const values = await changesBetween(context, book, before, card);
  if (Object.keys(values).length > 0)
    await written(() =>
      updateRecord({ ...context, verb: 'updated' }, book.object.name, held.id, values, held.version),
    );
  return false;
}

/** Puts the record of a card into the bin. */
export async function deleteCard(
  context: Context,
  book: Book,
  held: BookCard,
  ifMatch: string | undefined,
): Promise<void> {
  if (ifMatch !== undefined) refuseOther(held, ifMatch);
  await written(() => removeRecord(context, book.object.name, held.id, held.version));
}

async function makeCard(context: Context, book: Book, name: string, card: ReadCard): Promise<void> {
  const id = uuidv7();
  const values = await changesBetween(context, book, undefined, card);
  await context.database.transaction(async (database) => {
    const inside = { ...context, database };
    if (!(await keepName(inside, id, name))) throw new DavError(412);
    await written(() => createRecords({ ...inside, verb: 'created' }, book.object.name, [{ id, values }]));
  });
}

/** The values of what the one card says otherwise than the other. */
async function changesBetween(
  context: Context,
  book: Book,
  before: ReadCard | undefined,
  after: ReadCard,
): Promise<Values> {
  const { card: fields = {} } = book.object.declaration;
  const told = new Set<CardPart>(partsTold(context, book.object).map(({ part }) => part));
  const differing = (Object.keys(fields) as (CardPart | 'more')[]).filter(
    (part): part is CardPart =>
      // A device knows its card by its identity, and is told it again.
      part !== 'more' &&
      (before === undefined || part !== 'identity') &&
      (before?.parts[part] ?? '') !== (after.parts[part] ?? ''),
  );
  // What he does not see he does not write over.
  if (differing.some((part) => !told.has(part))) throw new Refusal('forbidden');
  const values: Record<string, unknown> = {};
  const named = Boolean(after.parts.familyName || after.parts.givenName);
  for (const part of differing) {
    const field = fields[part] ?? '';
    // Devices put the whole name together in their own way.
    if (part === 'fullName' && named) continue;
    if (part === 'organization')
      Object.assign(values, await organizationOf(context, book, field, after.parts[part]));
    else values[field] = valueIn(part, after.parts[part]);
  }
  if (named && (differing.includes('familyName') || differing.includes('givenName')))
    for (const part of ['familyName', 'givenName'] as const)
      if (fields[part] !== undefined) values[fields[part]] = after.parts[part] ?? null;
  const complaints: Complaint[] = [];
  const given = parseValues(context, book.object, values, complaints, before === undefined);
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  // What cards say besides is written by nobody by hand.
  const more = moreTold(context, book.object);
  if (more === undefined || (before?.more ?? '') === after.more) return given;
  return { ...given, [more]: after.more || null };
}

function valueIn(part: CardPart, text: string | undefined): unknown {
  if (!text) return null;
  return part === 'address' ? JSON.parse(text) : text;
}

/** A company is named on cards, and made elsewhere: one that is not known by this name alone changes nothing. */
async function organizationOf(
  context: Context,
  book: Book,
  field: string,
  name: string | undefined,
): Promise<Values> {
  if (!name) return { [field]: null };
  const target = context.registry.objects.get(book.object.fields.get(field)?.target ?? '');
  if (target === undefined) return { [field]: name };
  const { nameField } = target.declaration;
  const page = await listRecords(context, target.name, {
    where: { [nameField]: name },
    select: ['id'],
    limit: 2,
  });
  const [found, ...more] = recordsIn<{ readonly id: string }>(page);
  return found !== undefined && more.length === 0 ? { [field]: found.id } : {};
}

function refuseOther({ tag }: BookCard, ifMatch: string): void {
  if (ifMatch.trim() !== '*' && !ifMatch.includes(`"${tag}"`)) throw new DavError(412);
}

/** Somebody else was faster: the device reads the card anew. */
async function written(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw error instanceof Refusal && error.kind === 'conflict' ? new DavError(412) : error;
  }
}
