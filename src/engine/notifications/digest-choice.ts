import { type Complaint, Refusal } from '#kernel/problem.ts';
import { quotedValue } from '#kernel/quoted-value.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { type DigestTime, usualDigestTime } from './digest-time.ts';

type Place = Pick<Context, 'workspace' | 'database'>;

/** When a person gets his digest. */
export async function digestTimeOf(
  { database, workspace }: Place,
  person: string | null,
): Promise<DigestTime> {
  const [row] = await database.run(
    `select minute, to_json(weekdays) from ${quoted(workspace.schema)}.notification_digest where person = $1::uuid`,
    [person],
  );
  return row === undefined
    ? usualDigestTime
    : { minute: Number(row[0]), weekdays: JSON.parse(row[1] as string) };
}

/** Takes the actor's choice: `{"time": "08:00", "weekdays": [1, 2]}`. What waits is sent at the new time. */
export async function chooseDigestTime(
  context: Context,
  { time, weekdays, ...others }: Readonly<Record<string, unknown>>,
): Promise<void> {
  const clock = typeof time === 'string' ? /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) : null;
  const complaints: Complaint[] = Object.keys(others).map((field) => ({
    field: field.slice(0, 100),
    code: 'unknownField',
  }));
  if (clock === null)
    complaints.push({ field: 'time', code: 'notATime', parameters: { value: quotedValue(time) } });
  if (!areWeekdays(weekdays))
    complaints.push({
      ...{ field: 'weekdays', code: 'notAChoice' },
      parameters: { value: quotedValue(weekdays), choices: '1, 2, 3, 4, 5, 6, 7' },
    });
  if (clock === null || complaints.length > 0) throw new Refusal('invalid', complaints);
  const s = quoted(context.workspace.schema);
  await context.database.run(
    `with chosen as (
       insert into ${s}.notification_digest (person, minute, weekdays) values ($1::uuid, $2, $3)
       on conflict (person) do update set minute = excluded.minute, weekdays = excluded.weekdays)
     update ${s}.notification_delivery set wake = now()
     where channel = 'digest' and state = 'waiting' and notification in (select id from ${s}.notification where person = $1::uuid)`,
    [context.actor.id, Number(clock[1]) * 60 + Number(clock[2]), weekdays],
  );
}

function areWeekdays(given: unknown): given is readonly number[] {
  return (
    Array.isArray(given) &&
    given.length > 0 &&
    new Set(given).size === given.length &&
    given.every((each) => Number.isInteger(each) && each >= 1 && each <= 7)
  );
}
