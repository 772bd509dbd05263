import type { OwnTime } from '#kernel/working-time/own-time.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { idOf } from '../occurrences/times-taken.ts';
import { knownZone } from '../people/known-zone.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import { companyCalendar } from './company-calendar.ts';

interface Person {
  readonly id: string;
  readonly timeZone?: string | null;
  readonly workingTime?: OwnTime | null;
  readonly mainTeam?: unknown;
}

interface Team {
  readonly id: string;
  readonly members: readonly unknown[];
  readonly workingTime: OwnTime;
}

/** When each of these people works: by hours of his own, by those of his team, or when the company does. */
export async function calendarsOfPeople(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, WorkingCalendar>> {
  const { registry, workspace } = context;
  const { calendar, ownCalendar } = companyCalendar(workspace);
  const calendars = new Map(ids.map((id) => [id, calendar]));
  if (ids.length === 0 || !registry.objects.get(registry.people)?.fields.has('workingTime')) return calendars;
  const actor = { ...context.actor, unlimited: true, reason: 'When people work is no secret among them.' };
  const [people, teams] = await Promise.all([
    readPeople({ ...context, actor }, ids),
    readTeams({ ...context, actor }, ids),
  ]);
  for (const person of people) {
    const hours = person.workingTime ?? teamOf(person, teams)?.workingTime;
    if (hours) calendars.set(person.id, ownCalendar(hours, knownZone(person.timeZone ?? workspace.timeZone)));
  }
  return calendars;
}

/** The team by whose hours somebody works: the only one of his that has any, or the one that he mainly works in. */
function teamOf({ id, mainTeam }: Person, teams: readonly Team[]): Team | undefined {
  const his = teams.filter(({ members }) => members.some((member) => idOf(member) === id));
  return his.length === 1 ? his[0] : his.find((team) => team.id === idOf(mainTeam));
}

async function readPeople(context: Context, ids: readonly string[]): Promise<readonly Person[]> {
  const page = await listRecords(context, context.registry.people, {
    where: { id: { in: ids } },
    select: ['id', 'timeZone', 'workingTime', 'mainTeam'],
    limit: listLimits.most,
  });
  return recordsIn<Person>(page);
}

/** The teams with hours of their own in which any of these people are. */
async function readTeams(context: Context, ids: readonly string[]): Promise<readonly Team[]> {
  const teams = context.registry.purposes.get('team');
  if (teams === undefined) return [];
  const page = await listRecords(context, teams.name, {
    where: { workingTime: { isNull: false }, members: { in: ids } },
    select: ['id', 'members', 'workingTime'],
    limit: listLimits.most,
  });
  return recordsIn<Team>(page);
}
