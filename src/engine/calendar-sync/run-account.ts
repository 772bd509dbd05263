import { type DistantCalendars, DistantFailure } from '#kernel/port/distant-calendar.ts';
import type { Registry } from '#kernel/registry.ts';
import { placesOfPeople } from '../calendar-feed/own-events.ts';
import { loadActor } from '../people/load-actor.ts';
import type { Context } from '../records/context.ts';
import { type CalendarAccount, claimAccount, releaseAccount } from './accounts.ts';
import { synchronise } from './synchronise.ts';

export interface SyncPorts {
  readonly calendars: DistantCalendars;
  readonly baseUrl: string;
  readonly report: (error: unknown) => void;
}

/**
 * Keeps somebody's calendar the same with the one that he connected, with all of his rights and no more; how it went is
 * noted. Nothing is done while he is not active or may not see the records: what he cannot see is not what he deleted.
 */
export async function runAccount(
  place: Omit<Context, 'actor'>,
  person: string,
  { calendars, baseUrl, report }: SyncPorts,
): Promise<void> {
  const account = await claimAccount(place, person);
  if (account === undefined) return;
  const outcome = await outcomeOf(place, person, account, { calendars, baseUrl }).catch((error: unknown) => {
    if (error instanceof DistantFailure) return { reason: error.reason, said: error.said };
    report(error);
    return { reason: 'calendarFailed', said: '' };
  });
  await releaseAccount(place, person, account, outcome);
}

async function outcomeOf(
  place: Omit<Context, 'actor'>,
  person: string,
  { login, calendar, since }: CalendarAccount,
  { calendars, baseUrl }: Omit<SyncPorts, 'report'>,
) {
  const { registry, database, workspace } = place;
  const actor = await loadActor(database, registry, workspace.schema, person);
  const object = synchronisedObject(registry);
  if (actor === undefined || object === undefined || placesOfPeople({ ...place, actor }, object).length === 0)
    return { reason: 'calendarNoRight', said: '' };
  const distant = calendars.open(login, calendar.address);
  const context = { ...place, actor };
  return {
    since: await synchronise({ context, object, baseUrl, distant, calendar: calendar.address }, since),
  };
}

/** The object of which records are made of what is in a calendar elsewhere. */
function synchronisedObject({ objects }: Registry) {
  return [...objects.values()].find(({ declaration }) => declaration.occurs?.fromElsewhere !== undefined);
}
