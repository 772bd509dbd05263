import { dayIn, startOfDay } from '#kernel/expression/zone.ts';
import { Refusal } from '#kernel/problem.ts';
import { momentInWords } from '../fields/moment-in-words.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { limitsOfPerson, takerOf } from './person-taking.ts';

/**
 * Counts records that a person is about to carry away, or refuses. `before` of them have been counted today already. The count and the limit meet in one statement, so
 * that of two exports at once, on whichever servers, the later sees the earlier. The system itself is not limited.
 */
export async function takeExport(context: Context, records: number, before = 0): Promise<void> {
  const person = takerOf(context.actor);
  if (person === null) return;
  const { exportedAtOnce: atOnce, exportedPerDay: perDay } = await limitsOfPerson(context, person);
  if (perDay === 0 || atOnce === 0) throw refusal('exportNotAllowed', { limit: 0, asked: records });
  // What is more than a whole day's share can never pass, however long one waits.
  const limit = Math.min(atOnce ?? records, perDay ?? records);
  if (records > limit) throw refusal('exportTooLarge', { limit, asked: records });
  const today = dayIn(context.now, context.workspace.timeZone);
  const more = records - before;
  if (more <= 0 || (await counted(context, person, today, more, perDay))) return;
  const used = await exportedOn(context, person, today);
  const until = new Date(nextDay(today, context.workspace.timeZone));
  throw refusal(
    'exportLimit',
    { limit: perDay ?? 0, used, asked: records },
    until,
    momentInWords(context.actor, until),
  );
}

/** How many records the person has exported on a day. */
export async function exportedOn(
  { database, workspace }: Context,
  person: string,
  day: string,
): Promise<number> {
  const [row] = await database.run(
    `select records from ${quoted(workspace.schema)}.export_count where person = $1::uuid and day = $2::date`,
    [person, day],
  );
  return Number(row?.[0] ?? 0);
}

async function counted(
  { database, workspace }: Context,
  person: string,
  day: string,
  records: number,
  most: number | null,
): Promise<boolean> {
  const rows = await database.run(
    `insert into ${quoted(workspace.schema)}.export_count as c (person, day, records)
     select $1::uuid, $2::date, $3::bigint where $4::bigint is null or $3::bigint <= $4::bigint
     on conflict (person, day) do update set records = c.records + excluded.records
       where $4::bigint is null or c.records + excluded.records <= $4::bigint
     returning records`,
    [person, day, records, most],
  );
  return rows.length > 0;
}

/** The instant at which the day after begins. */
function nextDay(day: string, timeZone: string): number {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3600_000).toISOString().slice(0, 10);
  return startOfDay(next, timeZone);
}

function refusal(
  code: string,
  numbers: Readonly<Record<string, number>>,
  until?: Date,
  time: string = '',
): Refusal {
  return new Refusal('forbidden', [{ field: '', code, parameters: { ...numbers, time } }], {
    ...numbers,
    ...(until && { until: until.toISOString() }),
  });
}
