import type { Change, Creation, Happening } from '../happening.ts';
import { day } from '../working-days.ts';

/** Deals with people who had responded to a campaign within the five months before are owed to it. */
export function owedTo(
  now: number,
  story: readonly Happening[],
  members: readonly Creation[],
): readonly Change[] {
  const responses = members.filter(({ values }) => values.respondedAt !== undefined && values.contact);
  return story.flatMap(({ kind, object, id, at, by, values }): readonly Change[] => {
    if (kind !== 'create' || object !== 'opportunity' || at > now - day) return [];
    const before = responses.find(({ values: member }) => {
      const since = at - Date.parse(String(member.respondedAt));
      return member.contact === values.contact && since > 0 && since < 150 * day;
    });
    if (before === undefined) return [];
    const { campaign } = before.values;
    return [{ kind: 'change', object, id, at: at + 600_000, by, values: { campaign } }];
  });
}
