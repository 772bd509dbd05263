import type { Happening } from '../happening.ts';
import { identifierAt } from '../identifier.ts';
import type { Random } from '../random.ts';
import { away } from '../words/occasions.ts';
import { day, startOfDay, workingDay } from '../working-days.ts';

const hour = 3_600_000;

/** When those who sell were away, are away today, or will be: leave, journeys, trainings. */
export function absences(
  random: Random,
  now: number,
  { home, abroad }: { readonly home: readonly string[]; readonly abroad: readonly string[] },
): readonly Happening[] {
  return [...home, ...abroad].flatMap((person, place) => {
    const starts = [random.whole(-320, -170), random.whole(-160, -20), random.whole(2, 40)];
    if (place % 4 === 1) starts.push(0);
    return starts.map((days) => absence(random, now, person, days, abroad.includes(person)));
  });
}

function absence(random: Random, now: number, person: string, days: number, english: boolean): Happening {
  // Nobody knows in advance that he will be ill.
  const [kind, chinese, inEnglish, most] = random.pick(
    days > 0 ? away.filter(([reason]) => reason !== 'sick') : away,
  );
  const first = startOfDay(days === 0 ? now - day : workingDay(now + days * day));
  // Who is away today is so at any hour of it.
  const least = days === 0 ? 2 : 0;
  const endsAt = first + random.whole(least, Math.max(least, most - 1)) * day + 18 * hour;
  const at = Math.floor(Math.min(first, now) - random.whole(1, 12) * day);
  return {
    kind: 'create',
    object: 'absence',
    id: identifierAt(random, at),
    at,
    by: person,
    values: {
      person,
      kind,
      startsAt: new Date(first + 8.5 * hour).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
      remark: english ? inEnglish : chinese,
    },
  };
}
