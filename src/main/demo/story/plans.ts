import type { Happening } from '../happening.ts';
import { identifierAt } from '../identifier.ts';
import type { Random } from '../random.ts';
import { meetings, tasks } from '../words/sayings.ts';
import { day, meetingTime, timeOf, workingDay } from '../working-days.ts';

/** What lies ahead, and what should have been done: tasks and meetings about the deals that are still open. */
export function plans(random: Random, now: number, story: readonly Happening[]): readonly Happening[] {
  const open = openDeals(story);
  return open.flatMap(({ id, at: made, by, values }) => [
    ...(random.chance(0.7) ? [task(random, now, made, id, by, languageOf(values.name))] : []),
    ...(random.chance(0.35)
      ? [meeting(random, now, made, id, by, values.contact, languageOf(values.name))]
      : []),
  ]);
}

function openDeals(story: readonly Happening[]) {
  const closed = new Set(
    story
      .filter(
        ({ object, values }) => object === 'opportunity' && ['won', 'lost'].includes(String(values.stage)),
      )
      .map(({ id }) => id),
  );
  return story.filter(
    ({ kind, object, id }) => kind === 'create' && object === 'opportunity' && !closed.has(id),
  );
}

function task(
  random: Random,
  now: number,
  made: number,
  deal: string,
  owner: string,
  language: 0 | 1,
): Happening {
  const at = Math.max(made + 60_000, now - random.whole(1, 20) * 3_600_000);
  const dueAt = timeOf(workingDay(now + random.whole(-6, 14) * day), 'task', 0);
  const values = {
    subject: random.pick(tasks)[language],
    owner,
    regarding: { object: 'opportunity', id: deal },
    priority: random.weighted({ normal: 5, high: 3, urgent: 1 }),
    status: random.weighted({ open: 4, inProgress: 1 }),
    dueAt: new Date(dueAt).toISOString(),
    remindAt: new Date(dueAt - 3_600_000).toISOString(),
    ...(random.chance(0.08) && { recurrence: random.pick(['weekly', 'monthly']) }),
  };
  return { kind: 'create', object: 'task', id: identifierAt(random, at), at, by: owner, values };
}

function meeting(
  random: Random,
  now: number,
  made: number,
  deal: string,
  owner: string,
  contact: unknown,
  language: 0 | 1,
): Happening {
  const at = Math.max(made + 60_000, now - random.whole(1, 20) * 3_600_000);
  const startsAt = meetingTime(workingDay(now + random.whole(1, 21) * day), random.next());
  const values = {
    subject: random.pick(meetings)[language],
    kind: random.weighted({ visit: 4, video: 2, office: 1 }),
    owner,
    contact,
    attendees: [contact],
    regarding: { object: 'opportunity', id: deal },
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 5_400_000).toISOString(),
  };
  return { kind: 'create', object: 'meeting', id: identifierAt(random, at), at, by: owner, values };
}

/** Which of the two sayings fits a deal: Chinese, or English. */
function languageOf(name: unknown): 0 | 1 {
  return /\p{Script=Han}/u.test(String(name)) ? 0 : 1;
}
