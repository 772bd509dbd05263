import { dayIn } from '#kernel/expression/zone.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import type { Context } from './context.ts';
import type { DecidedRecord } from './decided-record.ts';

export function isNumbered(object: ObjectModel): boolean {
  return [...object.fields.values()].some(
    ({ type, format }) => type === 'autoNumber' && format !== undefined,
  );
}

/**
 * Gives each record its next numbers. The counter's row is locked until the surrounding transaction ends, and what
 * that transaction does not keep it gives back, so numbers have no gaps.
 */
export async function numbersFor(
  context: Context,
  object: ObjectModel,
  records: readonly DecidedRecord[],
): Promise<readonly DecidedRecord[]> {
  let numbered = records;
  for (const [name, field] of object.fields) {
    if (field.type !== 'autoNumber' || field.format === undefined) continue;
    const year = dayIn(context.now, context.workspace.timeZone).slice(0, 4);
    const counter = `${object.name}.${name}.${field.format.includes('{year}') ? year : ''}`;
    const rows = await context.database.run(
      `insert into "${context.workspace.schema}".counter as c (name, value) values ($1, $2) on conflict (name) do update set value = c.value + $2 returning value`,
      [counter, records.length],
    );
    const last = Number(rows[0]?.[0]);
    const { format } = field;
    numbered = numbered.map((record, index) => ({
      ...record,
      values: { ...record.values, [name]: written(format, year, last - records.length + index + 1) },
    }));
  }
  return numbered;
}

function written(format: string, year: string, count: number): string {
  return format
    .replace('{year}', year)
    .replace(/\{(0+)\}/, (_, zeros: string) => String(count).padStart(zeros.length, '0'));
}
