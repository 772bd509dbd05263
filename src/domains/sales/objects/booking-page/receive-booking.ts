import type { Outcome } from '#kernel/action.ts';
import { type Change, create, type Decision } from '#kernel/change.ts';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { RecordOf, ValuesOf } from '#kernel/object.ts';
import { Refusal } from '#kernel/problem.ts';
import type { FormAnswer } from '#kernel/public-form.ts';
import { acquaintanceOf } from '../../answers/acquaintance.ts';
import { whereFrom } from '../../answers/where-from.ts';
import { wordsOf } from '../../answers/words-of-answer.ts';
import { freeTimes } from './free-times.ts';
import { titleOf } from './show-booking-page.ts';

type Page = RecordOf<'sales.bookingPage'>;

/** Meetings to come that one address can hold by one page. */
const mostHeld = 3;

/** A free time becomes a meeting of the page's owner with whoever chose it: a contact, a lead, or only a guest. */
export async function receiveBooking(page: Page, answer: FormAnswer, decision: Decision): Promise<Outcome> {
  const { time } = answer;
  const [name, email] = [String(answer.values.name), String(answer.values.email)];
  // What somebody is called stands in a mail to an address that anybody can write down.
  if (/:\/\/|www\./i.test(name)) throw new Refusal('invalid', [{ field: 'name', code: 'noWebAddress' }]);
  const { owner, minutes } = await holdFreeTime(page, time ?? '', decision);
  await refuseMany(page, email, decision);
  const person = await personOf(page, answer, decision);
  const [meeting, guest] = [decision.newId(), decision.newId()];
  const contact = person?.object === 'contact' ? person.id : null;
  const start = Date.parse(time ?? '');
  return {
    changes: [
      ...(person?.changes ?? []),
      create('activities.meeting', meeting, {
        subject: `${titleOf(page, answer.language)} · ${name}`.slice(0, 255),
        ...{ kind: page.kind, location: page.location, owner, bookingPage: page.id },
        ...{ startsAt: formatInstant(start), endsAt: formatInstant(start + minutes * 60_000) },
        ...(person && { regarding: { object: person.object, id: person.id } }),
        ...{ contact, attendees: contact === null ? [] : [contact], sendInvitations: true },
        description: wordsOf(answer),
      }),
      create('activities.meetingGuest', guest, {
        ...{ occasion: meeting, person: contact, name, address: email },
        ...{ answer: 'accepted', answeredAt: decision.now, arranged: 'booked' },
        ...{ language: answer.language, timeZone: answer.timeZone },
      }),
      ...consentsFor(answer, person, decision),
    ],
    records: [{ object: 'activities.meetingGuest', id: guest }],
  };
}

/**
 * Makes sure that a time is free, and that nobody else takes it before all is written: whoever books the same person
 * waits, and then sees what was written.
 */
export async function holdFreeTime(page: Page, time: string, decision: Decision, except?: string) {
  const owner = page.owner ?? '';
  await decision.hold('administration.user', owner);
  const { starts, minutes } = await freeTimes(page, decision, except);
  if (!starts.includes(time)) throw new Refusal('conflict', [{ field: 'time', code: 'timeTaken' }]);
  return { owner, minutes };
}

async function refuseMany({ id }: Page, address: string, decision: Decision): Promise<void> {
  const held = await decision.list(
    'activities.meetingGuest',
    {
      address,
      'occasion.bookingPage': id,
      'occasion.status': 'planned',
      'occasion.startsAt': { gte: decision.now },
    },
    mostHeld,
  );
  if (held.length >= mostHeld)
    throw new Refusal('invalid', [{ field: 'email', code: 'bookedEnough', parameters: { most: mostHeld } }]);
}

interface Person {
  readonly object: 'contact' | 'lead';
  readonly id: string;
  readonly changes: readonly Change[];
}

/** Who it is: a contact or an open lead by the mail address, else a new lead of the owner, where the page makes leads. */
async function personOf(page: Page, answer: FormAnswer, decision: Decision): Promise<Person | undefined> {
  const { contact, lead, earlier } = await acquaintanceOf({ email: answer.values.email }, decision);
  if (contact !== null) return { object: 'contact', id: contact, changes: [] };
  if (lead !== undefined) return { object: 'lead', id: lead.id, changes: [] };
  if (page.strangers === 'nothing') return undefined;
  const id = decision.newId();
  const values: ValuesOf<'sales.lead'> = {
    ...{ ...answer.values, ...whereFrom(answer), source: 'webForm' },
    ...{ earlierLead: earlier, owner: page.owner },
  };
  return { object: 'lead', id, changes: [create('sales.lead', id, values)] };
}

/** What was agreed to, as far as there is somebody of whom it is kept. */
function consentsFor(
  { agreements, language, values, page, networkAddress, proof }: FormAnswer,
  person: Person | undefined,
  decision: Decision,
): readonly Change[] {
  if (person === undefined) return [];
  return agreements.map(({ text, given }) =>
    create('parties.consent', decision.newId(), {
      ...{ purpose: 'contact', legalBasis: 'consent', decision: given ? 'given' : 'refused' },
      subject: { object: person.object, id: person.id },
      person: String(values.name ?? ''),
      ...{ text, language, channel: 'webForm', givenAt: decision.now },
      ...{ address: networkAddress, page, proof },
    }),
  );
}
