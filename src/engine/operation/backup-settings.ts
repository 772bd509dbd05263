import { Refusal } from '#kernel/problem.ts';
import { quotedValue } from '#kernel/quoted-value.ts';
import type { Database } from '../database/database.ts';

const frequencies = ['off', 'hourly', 'daily', 'weekly'] as const;
const drillFrequencies = ['off', 'weekly', 'monthly'] as const;

/** When backups are made and tried out, and how many are kept. */
export interface BackupSettings {
  readonly every: (typeof frequencies)[number];
  /** Hour of the day in the company's time zone, for daily and weekly ones. */
  readonly hour: number;
  readonly keep: number;
  readonly drill: (typeof drillFrequencies)[number];
  /** For how many days one can go back to any moment; 0 for not at all. */
  readonly pointInTime: number;
}

const standard: BackupSettings = { every: 'daily', hour: 2, keep: 14, drill: 'weekly', pointInTime: 0 };
const name = 'backup';

export async function readBackupSettings(database: Database): Promise<BackupSettings> {
  const [row] = await database.run('select value from guanxi.operation_setting where name = $1', [name]);
  return { ...standard, ...(row && (JSON.parse(row[0] as string) as Partial<BackupSettings>)) };
}

/** Changes what is given and leaves the rest. */
export async function changeBackupSettings(
  database: Database,
  given: Readonly<Record<string, unknown>>,
): Promise<BackupSettings> {
  const settings = readSettings({ ...(await readBackupSettings(database)), ...given });
  await database.run(
    'insert into guanxi.operation_setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
    [name, JSON.stringify(settings)],
  );
  return settings;
}

function readSettings({
  every,
  hour,
  keep,
  drill,
  pointInTime,
}: Readonly<Record<string, unknown>>): BackupSettings {
  return {
    every: chosen('every', every, frequencies),
    hour: whole('hour', hour, 0, 23),
    keep: whole('keep', keep, 1, 1000),
    drill: chosen('drill', drill, drillFrequencies),
    pointInTime: whole('pointInTime', pointInTime, 0, 90),
  };
}

function chosen<Choice extends string>(field: string, value: unknown, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const parameters = { value: quotedValue(value), choices: choices.join(', ') };
  throw new Refusal('invalid', [{ field, code: 'notAChoice', parameters }]);
}

function whole(field: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Refusal('invalid', [{ field, code: 'outOfRange', parameters: { least, most } }]);
}
