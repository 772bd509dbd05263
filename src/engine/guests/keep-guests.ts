import { idOf } from '../occurrences/times-taken.ts';
import type { Context } from '../records/context.ts';
import { createRecords } from '../records/create.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { removeRecord } from '../records/remove.ts';
import { updateRecord } from '../records/update.ts';
import { guestsIn, type Occasion, occasionOf, peopleObject, printsOf, type Row } from './occasion.ts';

/** Guests of one occasion. */
const most = 200;

/**
 * Brings the guests of an occasion in line with who is to take part and with what they were told: new ones are written
 * down, those who are no longer to come go to the bin, and the others are told when something has changed. The mails follow
 * from the guests' own records.
 */
export async function keepGuests(context: Context, id: string): Promise<void> {
  const known = guestsIn(context.registry);
  const occasion = known && (await occasionOf(context, id));
  if (known === undefined || occasion === undefined || occasion.over) return;
  const { name } = known.guests;
  const guests = await guestsOf(context, id);
  const invited = ids(occasion);
  const gone = guests.filter(
    ({ person }) => idOf(person) !== undefined && !invited.includes(idOf(person) ?? ''),
  );
  for (const { id } of gone) await removeRecord(context, name, id);
  const prints = printsOf(occasion);
  for (const guest of guests.filter((guest) => !gone.includes(guest)))
    if (guest.told !== prints.told)
      await updateRecord(context, name, guest.id, changesFor(guest, prints, occasion));
  if (!occasion.stands) return;
  const missing = await missingFrom(context, occasion, guests);
  const inputs = missing.slice(0, most - guests.length).map((values) => ({
    values: { occasion: id, told: prints.told, ...values },
  }));
  if (inputs.length > 0) await createRecords(context, name, inputs);
}

/** What somebody has said holds until the time changes, unless he changed it himself or has answered since. */
function changesFor(
  { sequence, told, answeredAt }: Row,
  prints: { readonly times: string; readonly told: string },
  { record }: Occasion,
): object {
  // Who was written down by hand has been told nothing yet, or what holds now.
  if (told == null) return { told: prints.told };
  const answered =
    answeredAt != null && Date.parse(String(answeredAt)) >= Date.parse(String(record.updatedAt));
  const moved = String(told).split('.')[0] !== prints.times && !answered;
  return {
    ...{ told: prints.told, sequence: Number(sequence) + 1 },
    ...(moved && { answer: 'open', answeredAt: null }),
  };
}

async function guestsOf(context: Context, occasion: string): Promise<readonly Row[]> {
  const { guests } = guestsIn(context.registry) ?? {};
  if (guests === undefined) return [];
  const select = ['id', 'person', 'name', 'address', 'sequence', 'told', 'answeredAt'];
  return recordsIn<Row>(
    await listRecords(context, guests.name, { where: { occasion }, select, limit: most }),
  );
}

/** Those who are to be invited and are not yet: who takes part, and the guests of the series that it is a time of. */
async function missingFrom(
  context: Context,
  occasion: Occasion,
  guests: readonly Row[],
): Promise<readonly object[]> {
  const { record, occurs, series } = occasion;
  const ofSeries = series === undefined ? [] : await guestsOf(context, series);
  const sequence = Math.max(-1, ...ofSeries.map(({ sequence }) => Number(sequence))) + 1;
  const there = new Set(guests.flatMap(({ person, address }) => [idOf(person), address]));
  const people = record[occurs.invites.when] === true ? await peopleOf(context, occasion) : [];
  const others = ofSeries.filter(({ person }) => idOf(person) === undefined);
  return [...people, ...others.map(({ name, address }) => ({ name, address }))]
    .filter((guest) => !('person' in guest && there.has(guest.person)) && !there.has(guest.address))
    .filter(({ address }, index, all) => all.findIndex((other) => other.address === address) === index)
    .map((guest) => ({ ...guest, sequence }));
}

/** Who takes part, as far as mail reaches them. */
async function peopleOf(context: Context, occasion: Occasion) {
  const target = peopleObject(context, occasion);
  const people = ids(occasion);
  if (target === undefined || people.length === 0) return [];
  const { address } = occasion.occurs.invites;
  const { nameField } = target.declaration;
  const where = { id: { in: people }, [address]: { isNull: false } };
  const page = await listRecords(context, target.name, {
    where,
    select: ['id', nameField, address],
    limit: most,
  });
  return recordsIn<Row>(page).map((row) => ({ person: row.id, name: row[nameField], address: row[address] }));
}

function ids({ record, occurs }: Occasion): readonly string[] {
  return [record[occurs.invites.people]]
    .flat()
    .map(idOf)
    .filter((id) => id !== undefined);
}
