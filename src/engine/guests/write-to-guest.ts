import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { Refusal } from '#kernel/problem.ts';
import type { Working } from '../automation/run.ts';
import { idOf } from '../occurrences/times-taken.ts';
import { type Addressee, writeToPerson } from '../permission/write-to-person.ts';
import type { Context } from '../records/context.ts';
import { idsWhere } from '../records/ids-where.ts';
import { updateRecord } from '../records/update.ts';
import { guestCalendar } from './guest-calendar.ts';
import { guestMail } from './guest-mail.ts';
import { guestsIn, type Occasion, occasionOf, peopleObject, type Row, rowOf } from './occasion.ts';

const names = [
  'occasion',
  'person',
  'name',
  'address',
  'answer',
  'sequence',
  'sent',
  'arranged',
  'language',
  'timeZone',
];

/**
 * Writes to a guest what is so now: he is invited, something has changed, or it is called off. What he knows already is not
 * written again, and nothing of what is over.
 */
export async function writeToGuest(context: Working, id: string): Promise<void> {
  const known = guestsIn(context.registry);
  const guest = known && (await rowOf(context, known.guests, id, names));
  const occasion = guest && (await occasionOf(context, idOf(guest.occasion) ?? ''));
  if (known === undefined || guest === undefined || occasion === undefined || occasion.over) return;
  const comes = occasion.stands && !guest.binned;
  const invited = typeof guest.sent === 'number';
  if (!comes && !invited) return;
  if (!guest.binned && guest.sent === guest.sequence) return;
  // What is in the bin keeps its number; that it is called off comes after all that was said before.
  const sequence = Number(guest.sequence) + (guest.binned ? 1 : 0);
  if (context.answerAt === undefined) throw new Refusal('unavailable', [{ field: '', code: 'noMailServer' }]);
  const form = guest.arranged == null ? undefined : occasion.form;
  const link = context.answerAt(context.workspace.name, id, form);
  const writing = await writeToPerson(
    context,
    context.mail,
    await addressee(context, occasion, guest),
    (reached) => {
      const told = {
        ...{ occasion, guest, reached, sequence, link, comes },
        ...{ changed: invited && comes, arranged: form !== undefined },
      };
      return {
        ...guestMail(context, told),
        calendar: { method: comes ? 'REQUEST' : 'CANCEL', text: guestCalendar(context, told) },
        id: `${id}-${sequence}`,
      };
    },
  );
  if (guest.binned) return;
  const went = writing === 'went';
  const state = went ? (comes ? 'sent' : 'calledOff') : 'blocked';
  await updateRecord(context, known.guests.name, id, {
    ...{ state, sent: sequence },
    ...(went && { sentAt: formatInstant(context.now) }),
  });
}

/** Under which record the ledger of permissions knows him: his own, also where only his address was written down. */
async function addressee(
  context: Context,
  occasion: Occasion,
  guest: Row & { readonly binned: boolean },
): Promise<Addressee> {
  const people = peopleObject(context, occasion);
  const { address, purpose } = occasion.occurs.invites;
  const own = {
    object: guestsIn(context.registry)?.guests.name ?? '',
    id: guest.id,
    address: 'address',
    purpose,
  };
  const [person] =
    idOf(guest.person) === undefined && people !== undefined
      ? await idsWhere(context, people.name, 'read', { [address]: { in: spellings(guest.address) } })
      : [idOf(guest.person)];
  if (person === undefined || people === undefined) return { ...own, arranged: true, binned: guest.binned };
  return { object: people.name, id: person, address, purpose, arranged: true };
}

/** Most addresses are written small. */
function spellings(address: unknown): readonly string[] {
  return [...new Set([String(address), String(address).toLowerCase()])];
}
