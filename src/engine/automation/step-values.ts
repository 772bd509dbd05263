import type { Context } from '../records/context.ts';
import { readRecord } from '../records/read.ts';

type Values = Readonly<Record<string, unknown>>;

/** The paths of the record that step values name, as `$record.path`. */
export function pathsIn(values: Values): readonly string[] {
  return Object.values(values).flatMap((value) => {
    if (isValues(value)) return pathsIn(value);
    return typeof value === 'string' && value.startsWith('$record.') ? [value.slice('$record.'.length)] : [];
  });
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values of a step for one record: `$record.path`, `$record`, `$actor`, `$now` and `$today` filled in. */
export function filled(context: Context, values: Values, record: Values, today: string, now: string): Values {
  const given: Values = { $actor: context.actor.id, $now: now, $today: today, $record: record.id };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (isValues(value)) return [name, filled(context, value, record, today, now)];
      if (typeof value !== 'string' || !value.startsWith('$')) return [name, value];
      return [name, value in given ? given[value] : at(record, value.slice('$record.'.length))];
    }),
  );
}

/** The record as steps see it: the paths asked for, references without further paths as ids. */
export async function recordForSteps(
  context: Context,
  object: string,
  id: string,
  paths: readonly string[],
): Promise<Values> {
  return JSON.parse(await readRecord(context, object, id, [...new Set(['id', ...paths])])) as Values;
}

export function at(record: Values, path: string): unknown {
  let value: unknown = record;
  for (const name of path.split('.')) value = (value as Values | null | undefined)?.[name] ?? null;
  // A reference of which a further path was read comes as an object; its own value is the id.
  return isNamed(value) ? value.id : value;
}

/** `{"object", "id"}` is the value of a reference to one of several objects and stays whole. */
function isNamed(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && !('object' in value);
}
