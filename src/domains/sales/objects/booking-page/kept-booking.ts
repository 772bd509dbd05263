import type { Outcome } from '#kernel/action.ts';
import { type Decision, update } from '#kernel/change.ts';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { RecordOf, ValuesOf } from '#kernel/object.ts';
import { Refusal } from '#kernel/problem.ts';
import type { KeptAnswer, KeptAnswers } from '#kernel/public-form.ts';
import { freeTimes } from './free-times.ts';
import { holdFreeTime } from './receive-booking.ts';
import { hostOf } from './show-booking-page.ts';

type Page = RecordOf<'sales.bookingPage'>;
type Meeting = RecordOf<'activities.meeting'>;

interface Booking {
  readonly guest: RecordOf<'activities.meetingGuest'>;
  readonly meeting: Meeting;
}

/** A guest sees what he has booked, moves it to another free time of the same person, or cancels it. */
export const keptBooking: KeptAnswers<'sales.bookingPage'> = {
  object: 'activities.meetingGuest',
  async show(_, id, decision) {
    const booking = await bookingOf(id, decision);
    if (booking === undefined) return gone;
    const { guest, meeting } = booking;
    const host = await hostOf(meeting, decision);
    return {
      ...{ name: meeting.subject, by: host?.name ?? null, place: meeting.location },
      ...{ from: meeting.startsAt, to: meeting.endsAt, timeZone: guest.timeZone },
      state: stateOf(meeting, decision),
    };
  },
  async times(page, id, decision) {
    const booking = await bookingOf(id, decision);
    return freeTimes(hostedBy(page, booking?.meeting), decision, booking?.meeting.id);
  },
  async move(page, id, time, decision) {
    const { meeting } = await standing(id, decision);
    const { minutes } = await holdFreeTime(hostedBy(page, meeting), time, decision, meeting.id);
    const endsAt = formatInstant(Date.parse(time) + minutes * 60_000);
    const guest = { answer: 'accepted', arranged: 'moved' } as const;
    return changed(id, meeting, { startsAt: time, endsAt }, guest, decision);
  },
  async withdraw(_, id, decision) {
    const { meeting } = await standing(id, decision);
    const guest = { answer: 'declined', arranged: 'cancelled' } as const;
    return changed(id, meeting, { status: 'cancelled' }, guest, decision);
  },
};

/** The meeting or the guest was deleted. */
const gone: KeptAnswer = {
  ...{ name: '', by: null, place: null, from: null, to: null, timeZone: null },
  state: 'off',
};

async function bookingOf(id: string, decision: Decision): Promise<Booking | undefined> {
  const [guest] = await decision.list('activities.meetingGuest', { id }, 1);
  const [meeting] =
    guest === undefined ? [] : await decision.list('activities.meeting', { id: guest.occasion }, 1);
  return guest && meeting && { guest, meeting };
}

/** What is neither over nor called off, held until it is changed. */
async function standing(id: string, decision: Decision): Promise<Booking> {
  const booking = await bookingOf(id, decision);
  const meeting = booking && (await decision.hold('activities.meeting', booking.meeting.id));
  if (booking === undefined || meeting === undefined || stateOf(meeting, decision) !== 'stands')
    throw new Refusal('conflict', [{ field: 'time', code: 'bookingOver' }]);
  return { guest: booking.guest, meeting };
}

function stateOf({ status, startsAt }: Meeting, { now }: Decision): KeptAnswer['state'] {
  if (status === 'cancelled') return 'off';
  return status === 'held' || Date.parse(startsAt) <= Date.parse(now) ? 'over' : 'stands';
}

/** A meeting that was handed over is moved in the time of whoever holds it now. */
function hostedBy(page: Page, meeting: Meeting | undefined): Page {
  return { ...page, owner: meeting?.owner ?? page.owner };
}

function changed(
  guest: string,
  meeting: Meeting,
  values: ValuesOf<'activities.meeting'>,
  said: ValuesOf<'activities.meetingGuest'>,
  { now }: Decision,
): Outcome {
  return {
    changes: [
      update('activities.meeting', meeting.id, values),
      update('activities.meetingGuest', guest, { ...said, answeredAt: now }),
    ],
  };
}
