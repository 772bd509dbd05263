import type { Teller } from '../teller.ts';
import { callRemarks, calls, chats, emails, meetings, notes, tasks } from '../words/sayings.ts';
import { day, meetingTime, timeOf, workingDay } from '../working-days.ts';

/** About what, with whom and by whom things are done. */
export interface Occasion {
  readonly regarding: { readonly object: string; readonly id: string };
  readonly contact: string | null;
  readonly owner: string;
  readonly english: boolean;
  readonly phone?: unknown;
  readonly email?: unknown;
}

type Said = readonly (readonly [string, string])[];

/** Something is done about a record that day: mostly calls, sometimes a visit. */
export function touch(teller: Teller, date: number, occasion: Occasion): void {
  const kind = teller.random.weighted({
    call: 38,
    email: 18,
    meeting: 12,
    conversation: 12,
    note: 10,
    task: 10,
  });
  touches[kind](teller, date, occasion);
}

type Touch = (teller: Teller, date: number, occasion: Occasion) => void;

const touches: Readonly<Record<'call' | 'email' | 'meeting' | 'conversation' | 'note' | 'task', Touch>> = {
  call(teller, date, occasion) {
    const { random } = teller;
    const answered = random.chance(0.8);
    teller.create('call', date, occasion.owner, {
      ...exchange(occasion),
      subject: said(teller, calls, occasion),
      direction: random.chance(0.75) ? 'outbound' : 'inbound',
      outcome: answered
        ? random.weighted({ successful: 5, interested: 3, followUp: 3, notInterested: 1 })
        : random.pick(['noAnswer', 'leftMessage']),
      duration: answered ? random.whole(45, 1800) : 0,
      startedAt: stamp(teller, date, 'call'),
      phone: occasion.phone ?? null,
      ...(random.chance(0.6) && { description: said(teller, callRemarks, occasion) }),
    });
  },
  email(teller, date, occasion) {
    const inbound = teller.random.chance(0.35);
    teller.create('email', date, occasion.owner, {
      ...exchange(occasion),
      subject: `${inbound ? 'Re: ' : ''}${said(teller, emails, occasion)}`,
      status: inbound ? 'received' : 'sent',
      direction: inbound ? 'inbound' : 'outbound',
      sentAt: stamp(teller, date, 'email'),
      ...(inbound ? { from: occasion.email ?? null } : { to: occasion.email ?? null }),
      body: `<p>${occasion.english ? 'Please find the document attached. Looking forward to your answer.' : '您好，资料已附上，请查收。如有疑问请随时联系。'}</p>`,
    });
  },
  meeting: (teller, date, occasion) => {
    holdMeeting(teller, date, occasion);
  },
  conversation(teller, date, occasion) {
    teller.create('conversation', date, occasion.owner, {
      ...exchange(occasion),
      subject: said(teller, chats, occasion),
      channel: occasion.english ? 'other' : teller.random.weighted({ wechat: 6, wecom: 4, sms: 1 }),
      direction: teller.random.chance(0.5) ? 'outbound' : 'inbound',
      startedAt: stamp(teller, date, 'conversation'),
    });
  },
  note(teller, date, occasion) {
    const { regarding, owner } = occasion;
    const body = `<p>${said(teller, notes, occasion)}</p>`;
    teller.create('note', date, owner, { regarding, owner, body });
  },
  task(teller, date, occasion) {
    const { random } = teller;
    const { regarding, owner } = occasion;
    const dueAt = timeOf(date + random.whole(1, 9) * day, 'task', 0);
    const id = teller.create('task', date, owner, {
      regarding,
      owner,
      subject: said(teller, tasks, occasion),
      priority: random.weighted({ low: 1, normal: 6, high: 3, urgent: 1 }),
      dueAt: new Date(dueAt).toISOString(),
    });
    if (random.chance(0.9) || dueAt < teller.now - 20 * day) {
      const done = dueAt - random.whole(0, 1) * day;
      teller.change('task', id, Math.max(done, date), owner, { status: 'done' }, 'activities.completeTask');
    }
  },
};

/** A meeting that took place. */
export function holdMeeting(teller: Teller, date: number, occasion: Occasion): void {
  const { random } = teller;
  const startsAt = meetingTime(workingDay(date), random.next());
  const seconds = random.whole(2, 8) * 900;
  teller.create('meeting', date, occasion.owner, {
    ...exchange(occasion),
    subject: said(teller, meetings, occasion),
    kind: random.weighted({ visit: 5, office: 1, video: 3 }),
    status: 'held',
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + seconds * 1000).toISOString(),
    outcome: random.weighted({ successful: 5, interested: 3, followUp: 3 }),
    attendees: occasion.contact === null ? [] : [occasion.contact],
    cost: String(random.whole(0, 12) * 50),
  });
}

function exchange({ regarding, contact, owner }: Occasion) {
  return { regarding, contact, owner };
}

function said({ random }: Teller, sayings: Said, { english }: Occasion): string {
  return random.pick(sayings)[english ? 1 : 0];
}

function stamp({ random }: Teller, date: number, part: 'call' | 'email' | 'conversation'): string {
  return new Date(timeOf(workingDay(date), part, random.next())).toISOString();
}
