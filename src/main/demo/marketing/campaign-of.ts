import type { Creation } from '../happening.ts';
import { identifierAt } from '../identifier.ts';
import type { Random } from '../random.ts';
import type { Yearly } from '../words/campaigns.ts';
import { dateText, day } from '../working-days.ts';

export interface Campaign {
  readonly entry: Creation;
  readonly kind: Yearly['kind'];
  readonly start: number;
  readonly over: boolean;
  readonly english: boolean;
  /** The name of the campaign that it is part of. */
  readonly partOf?: string;
}

/** One year’s turn of a campaign: put down six weeks before it begins, with what it cost once it is over. */
export function campaignOf(
  random: Random,
  now: number,
  one: Yearly,
  year: number,
  start: number,
  marketer: string,
): Campaign {
  const { kind, audience, budget, description, partOf, english = false } = one;
  const end = start + (one.days - 1) * day;
  // What it is part of was put down the day before.
  const later = (partOf === undefined ? 0 : 1) * day;
  const at = Math.min(start - 45 * day, now - 14 * day) + later + random.whole(1, 8) * 3_600_000;
  const over = end + day < now;
  const cost = budget * (0.82 + random.next() * 0.3);
  const named = (name: string) => `${year} ${name}`;
  return {
    ...{ kind, start, over, english, ...(partOf && { partOf: named(partOf) }) },
    entry: {
      ...{ kind: 'create', object: 'campaign', id: identifierAt(random, at), at, by: marketer },
      values: {
        ...{ name: named(one.name), kind, audience, description, owner: marketer },
        status: over ? 'completed' : start <= now ? 'inProgress' : 'planned',
        startsOn: dateText(start),
        endsOn: dateText(end),
        budget: String(budget),
        ...(over && { actualCost: String(Math.round(cost / 100) * 100) }),
        expectedResponses: random.whole(3, 8) * 5,
      },
    },
  };
}
