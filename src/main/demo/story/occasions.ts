import type { Creation, Happening } from '../happening.ts';
import { identifierAt } from '../identifier.ts';
import type { Random } from '../random.ts';
import { expected, happened } from '../words/occasions.ts';
import { day, timeOf, workingDay } from '../working-days.ts';

/** What happened at some of the customers over the two years, and what is to be expected of them. */
export function occasions(random: Random, now: number, story: readonly Happening[]): readonly Happening[] {
  return story
    .filter(({ kind, object }) => kind === 'create' && object === 'account')
    .filter(() => random.chance(0.4))
    .flatMap((account) => [
      past(random, now, account as Creation),
      ...(random.chance(0.5) ? [ahead(random, now, account as Creation)] : []),
    ]);
}

function past(random: Random, now: number, account: Creation): Happening {
  const [kind, ...said] = random.pick(happened);
  const date = account.at + random.whole(0, Math.floor((now - account.at) / day)) * day;
  const noted = (workingDay(date) < now ? workingDay(date) : date) + random.whole(1, 480) * 60_000;
  const at = Math.min(noted, now - 60_000);
  const recent = at > now - 14 * day;
  return written(random, account, at, {
    kind,
    ...namedFor(account, said),
    occursAt: new Date(at - 600_000).toISOString(),
    status: recent ? 'open' : 'handled',
  });
}

function ahead(random: Random, now: number, account: Creation): Happening {
  const [kind, ...said] = random.pick(expected);
  const occursAt = timeOf(workingDay(now + random.whole(3, 90) * day), 'call', 0);
  const at = Math.floor(Math.max(account.at + 60_000, now - random.whole(1, 60) * day));
  return written(random, account, at, {
    kind,
    ...namedFor(account, said),
    occursAt: new Date(occursAt).toISOString(),
    remindAt: new Date(occursAt - 2 * day).toISOString(),
    status: 'expected',
    yearly: kind === 'anniversary',
  });
}

function namedFor(account: Creation, [chinese, english, severity]: readonly string[]) {
  const subject = /\p{Script=Han}/u.test(String(account.values.name)) ? chinese : english;
  return { subject, severity };
}

function written(random: Random, account: Creation, at: number, values: object): Happening {
  const { by, id } = account;
  return {
    kind: 'create',
    object: 'customerEvent',
    id: identifierAt(random, at),
    at,
    by,
    values: { ...values, owner: by, regarding: { object: 'account', id } },
  };
}
