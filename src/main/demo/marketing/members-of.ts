import type { Creation, Happening } from '../happening.ts';
import { identifierAt } from '../identifier.ts';
import type { Random } from '../random.ts';
import { remarks } from '../words/campaigns.ts';
import { day, timeOf, workingDay } from '../working-days.ts';
import type { Campaign } from './campaign-of.ts';

/** At most so many people in one campaign. */
const most = 60;

/** The people whom a campaign is for: a share of those who were known when it was prepared, and how each answered. */
export function membersOf(
  random: Random,
  now: number,
  story: readonly Happening[],
  campaign: Campaign,
  marketer: string,
): readonly Creation[] {
  const prepared = Math.min(campaign.start - 14 * day, now - 10 * day);
  const known = story.filter(
    ({ kind, object, at, values }) =>
      kind === 'create' &&
      ['contact', 'lead'].includes(object) &&
      at < prepared &&
      /\p{Script=Han}/u.test(String(values.lastName ?? values.name)) !== campaign.english,
  );
  const share = Math.min(0.16, most / Math.max(known.length, 1));
  return known
    .filter(() => random.chance(share))
    .map((person) => {
      const at = Math.floor(prepared + random.next() * 3_600_000);
      return {
        ...{ kind: 'create', object: 'campaignMember', id: identifierAt(random, at), at, by: marketer },
        values: {
          campaign: campaign.entry.id,
          [person.object]: person.id,
          ...answer(random, now, campaign),
        },
      };
    });
}

const invited = ['event', 'exhibition', 'webinar'];

/** How somebody answered, as is usual for the kind of campaign; nobody has come to what has not begun. */
function answer(random: Random, now: number, { kind, start, over }: Campaign): object {
  const status =
    over || start < now
      ? random.weighted(
          invited.includes(kind)
            ? { attended: 8, registered: 3, declined: 4, contacted: 6, bounced: 0, opened: 1, responded: 2 }
            : { attended: 0, registered: 1, declined: 1, contacted: 9, bounced: 2, opened: 7, responded: 4 },
        )
      : random.weighted({ planned: 6, contacted: 3, registered: invited.includes(kind) ? 1 : 0 });
  if (!['attended', 'registered', 'responded'].includes(status)) return { status };
  const answered = Math.min(start + random.whole(-6, 3) * day, now - 3 * day);
  const respondedAt = timeOf(workingDay(answered), random.pick(['call', 'email', 'meeting']), random.next());
  return {
    status,
    respondedAt: new Date(respondedAt).toISOString(),
    ...(random.chance(0.25) && { remark: random.pick(remarks) }),
  };
}
