import type { Database } from '../database/database.ts';
import type { BackupSettings } from './backup-settings.ts';

/** The period that begins with each moment for a backup, how far into it that is, and how long a try is left alone. */
const periods = {
  hourly: { unit: 'hour', into: () => '0 hours', pause: '10 minutes' },
  daily: { unit: 'day', into: (hour: number) => `${hour} hours`, pause: '1 hour' },
  weekly: { unit: 'week', into: (hour: number) => `6 days ${hour} hours`, pause: '1 hour' },
} as const;

/**
 * Whether a backup should be made now: the last moment for one has passed and none was made since. One that has just
 * been begun, or has failed, is left alone for a while.
 */
export async function isBackupDue(
  database: Database,
  { every, hour }: BackupSettings,
  timeZone: string,
): Promise<boolean> {
  if (every === 'off') return false;
  const { unit, into, pause } = periods[every];
  const [row] = await database.run(
    `select not exists (select 1 from guanxi.operation_run where kind = 'backup' and (
       state <> 'done' and started > now() - $4::interval
       or state = 'done' and started >= (date_trunc($1, (now() at time zone $3) - $2::interval) + $2::interval) at time zone $3))`,
    [unit, into(hour), timeZone, pause],
  );
  return row?.[0] === 't';
}

/** What is tried out, and by what it is tried. */
const trials = { drill: 'backup', momentDrill: 'archive' } as const;

/** Whether it should be tried out: there is something to try, and the last trial is long enough ago. */
export async function isDrillDue(
  database: Database,
  { drill }: BackupSettings,
  kind: keyof typeof trials,
): Promise<boolean> {
  if (drill === 'off') return false;
  const [row] = await database.run(
    `select exists (select 1 from guanxi.operation_run where kind = $2 and state = 'done')
       and not exists (select 1 from guanxi.operation_run where kind = $3
         and started > now() - case state when 'done' then $1::interval else interval '1 day' end)`,
    [drill === 'weekly' ? '7 days' : '30 days', trials[kind], kind],
  );
  return row?.[0] === 't';
}
