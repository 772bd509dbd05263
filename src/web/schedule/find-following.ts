import type { ObjectMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import type { RecordJson, RecordPageJson } from '#web/api/record.ts';
import { type Bar, type BarFields, barOf } from './bar.ts';

/** Asked for in one request. */
const atOnce = 100;

/** More than this is not moved by drawing a bar. */
export const mostFollowing = 500;

/**
 * Everything that comes after a record, at once or by way of others, also beyond the days that are shown; one request for each
 * step and hundred records. Stops when there are too many to be moved.
 */
export async function findFollowing(
  object: ObjectMeta,
  fields: BarFields,
  id: string,
  timeZone: string,
): Promise<readonly Bar[]> {
  const { start, end, after } = fields;
  const found = new Map<string, Bar>();
  let ids = after ? [id] : [];
  while (ids.length > 0 && found.size <= mostFollowing) {
    const parts = Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, n) =>
      ids.slice(n * atOnce, (n + 1) * atOnce),
    );
    const pages = await Promise.all(
      parts.map((some) =>
        api.get<RecordPageJson>(`records/${object.name}`, {
          query: {
            where: { [after?.name ?? '']: { in: some } },
            select: [object.nameField, start.name, end.name, after?.name].join(),
            limit: 1000,
          },
        }),
      ),
    );
    const bars = pages
      .flatMap(({ records }) => records)
      .filter((record) => record.id !== id && !found.has(record.id))
      .flatMap((record) => barOf(record, nameOf(object, record), fields, timeZone) ?? []);
    for (const bar of bars) found.set(bar.id, bar);
    ids = [...new Set(bars.map((bar) => bar.id))];
  }
  return [...found.values()];
}

/** What a record is called. */
export function nameOf({ nameField }: ObjectMeta, record: RecordJson): string {
  return String(record[nameField] ?? '');
}
