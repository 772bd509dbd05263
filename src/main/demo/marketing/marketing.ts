import type { Happening } from '../happening.ts';
import type { Random } from '../random.ts';
import { type Yearly, yearly } from '../words/campaigns.ts';
import { dateText, day } from '../working-days.ts';
import { campaignOf } from './campaign-of.ts';
import { membersOf } from './members-of.ts';
import { owedTo } from './owed-to.ts';

/** The campaigns of the two years and of the months ahead, the people in them, and the deals that came of them. */
export function marketing(
  random: Random,
  now: number,
  story: readonly Happening[],
  marketer: string,
): readonly Happening[] {
  const campaigns = planned(now).map(({ one, year, start }) =>
    campaignOf(random, now, one, year, start, marketer),
  );
  const byName = new Map(campaigns.map((campaign) => [campaign.entry.values.name, campaign.entry.id]));
  const members = campaigns.map((campaign) => membersOf(random, now, story, campaign, marketer));
  return [
    ...campaigns.map(({ entry, partOf }) => ({
      ...entry,
      values: { ...entry.values, parent: partOf === undefined ? null : byName.get(partOf) },
    })),
    ...members.flat(),
    ...owedTo(now, story, members.flat()),
  ].sort((one, other) => one.at - other.at);
}

interface Planned {
  readonly one: Yearly;
  readonly year: number;
  readonly start: number;
}

/** What began within the two years, or begins within four months; the larger ones before their parts. */
function planned(now: number): readonly Planned[] {
  const last = Number(dateText(now).slice(0, 4)) + 1;
  return [last - 3, last - 2, last - 1, last].flatMap((year) =>
    yearly.flatMap((one) => {
      const start = Date.UTC(year, one.begins[0] - 1, one.begins[1]);
      return start > now - 690 * day && start < now + 125 * day ? [{ one, year, start }] : [];
    }),
  );
}
