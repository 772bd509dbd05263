import type { Decision } from '#kernel/change.ts';
import type { RecordOf } from '#kernel/object.ts';

type Chosen = Pick<RecordOf<'reporting.reportSchedule'>, 'people' | 'teams' | 'roles' | 'left'>;

/** Everybody who is chosen by himself, by a team or by a role, works here and has not left. */
export async function receiversOf(
  { people, teams, roles, left }: Chosen,
  decision: Decision,
): Promise<string[]> {
  const { list } = decision.asSystem('a schedule names people, teams and roles');
  const chosenTeams = teams?.length ? await list('administration.team', { id: { in: teams } }, 1000) : [];
  const named = [...(people ?? []), ...chosenTeams.flatMap(({ members }) => members ?? [])];
  const anyOf = [
    ...(named.length > 0 ? [{ id: { in: named } }] : []),
    ...(roles?.length ? [{ roles: { in: roles } }] : []),
  ];
  if (anyOf.length === 0) return [];
  const found = await list('administration.user', { and: [{ active: true }, { or: anyOf }] }, 1000);
  return found
    .map(({ id }) => id)
    .filter((id) => !left?.includes(id))
    .sort();
}
