import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { CalendarLogin, FoundCalendar } from '#kernel/port/distant-calendar.ts';
import { Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

type Place = Pick<Context, 'database' | 'workspace' | 'now'>;

/** The calendar elsewhere of one person. */
export interface CalendarAccount {
  readonly login: CalendarLogin;
  readonly calendar: FoundCalendar;
  /** What to ask the server with for what has changed since. */
  readonly since: string | undefined;
}

/** What a person is told of his calendar elsewhere. */
export interface AccountState {
  readonly address: string;
  readonly userName: string;
  readonly calendar: string;
  readonly synchronisedAt: string | null;
  /** Why it went wrong the last time, as a name of a text, and what the server said. */
  readonly reason: string | null;
  readonly said: string | null;
  /** How many entries there say what a record here cannot hold. */
  readonly leftAlone: number;
}

/** Milliseconds after which somebody who synchronises is given up for lost. */
const lost = 15 * 60_000;

export async function accountState(context: Context): Promise<AccountState | null> {
  const [row] = await context.database.run(
    `select server, user_name, label, extract(epoch from synchronised) * 1000, reason, said,
       (select count(*) from ${table(context, 'calendar_pair')} p where p.person = a.person and p.left_alone)
     from ${table(context, 'calendar_account')} a where person = $1`,
    [context.actor.id],
  );
  if (row === undefined) return null;
  const [address, userName, calendar, at, reason = null, said = null, left] = row;
  return {
    ...{ address: address ?? '', userName: userName ?? '', calendar: calendar ?? '', reason, said },
    synchronisedAt: at ? formatInstant(Math.round(Number(at))) : null,
    leftAlone: Number(left),
  };
}

/** Keeps the actor's calendar the same with this one from now on. What was known of the same one before is of use again. */
export async function connectAccount(
  context: Context,
  { address, userName, password }: CalendarLogin,
  calendar: FoundCalendar,
): Promise<void> {
  const { seal } = context.workspace;
  if (seal === undefined) throw new Refusal('unavailable');
  await context.database.transaction(async (database) => {
    await database.run(
      `insert into ${table(context, 'calendar_account')} (person, server, user_name, password, calendar, label)
       values ($1, $2, $3, $4, $5, $6) on conflict (person) do update set server = excluded.server,
         user_name = excluded.user_name, password = excluded.password, calendar = excluded.calendar,
         label = excluded.label, since = null, running = null, tried = null, synchronised = null, reason = null, said = null`,
      [context.actor.id, address, userName, seal.sealPart(password), calendar.address, calendar.name],
    );
    await database.run(
      `delete from ${table(context, 'calendar_pair')} where person = $1 and not starts_with(address, $2)`,
      [context.actor.id, calendar.address],
    );
  });
}

/** The calendar elsewhere goes its own way; what is in it and here stays. */
export async function endAccount(context: Context): Promise<void> {
  await context.database.run(`delete from ${table(context, 'calendar_account')} where person = $1`, [
    context.actor.id,
  ]);
}

/** People whose calendars were not looked at since an instant. */
export async function peopleDue(place: Place, before: number): Promise<readonly string[]> {
  const rows = await place.database.run(
    `select person from ${table(place, 'calendar_account')} where tried is null or tried < $1::timestamptz order by tried nulls first`,
    [formatInstant(before)],
  );
  return rows.flatMap(([person]) => (person ? [person] : []));
}

/** The account of somebody, for whoever now synchronises it alone; undefined when there is none or another one does. */
export async function claimAccount(place: Place, person: string): Promise<CalendarAccount | undefined> {
  const now = formatInstant(place.now);
  const [row] = await place.database.run(
    `update ${table(place, 'calendar_account')} set running = $2::timestamptz, tried = $2::timestamptz
     where person = $1 and (running is null or running < $3::timestamptz)
     returning server, user_name, password, calendar, label, since`,
    [person, now, formatInstant(place.now - lost)],
  );
  if (row === undefined) return undefined;
  const [address = '', userName = '', sealed, calendar = '', name = '', since] = row.map(
    (each) => each ?? undefined,
  );
  const password = place.workspace.seal?.openPart(sealed ?? '') ?? '';
  return { login: { address, userName, password }, calendar: { address: calendar, name }, since };
}

/** Notes how it went, provided that the calendar is still the same one. */
export async function releaseAccount(
  place: Place,
  person: string,
  { calendar }: CalendarAccount,
  outcome: { readonly since: string | undefined } | { readonly reason: string; readonly said: string },
): Promise<void> {
  const failed = 'reason' in outcome;
  await place.database.run(
    failed
      ? `update ${table(place, 'calendar_account')} set running = null, reason = $3, said = $4 where person = $1 and calendar = $2`
      : `update ${table(place, 'calendar_account')} set running = null, reason = null, said = null, since = $3, synchronised = $4::timestamptz where person = $1 and calendar = $2`,
    failed
      ? [person, calendar.address, outcome.reason, outcome.said.slice(0, 300)]
      : [person, calendar.address, outcome.since ?? null, formatInstant(place.now)],
  );
}

function table({ workspace }: Pick<Context, 'workspace'>, name: string): string {
  return `${quoted(workspace.schema)}.${name}`;
}
