import { api } from '#web/api/client.ts';
import type { RecordPageJson } from '#web/api/record.ts';

/** How many names are asked for at once: half of what a page holds, so that of each a second one is seen too. */
const atOnce = 100;

/** The ids of records by their names; a name that none or several bear is left out. */
export async function findByName(
  object: string,
  nameField: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const parts = Array.from({ length: Math.ceil(names.length / atOnce) }, (_, part) =>
    names.slice(part * atOnce, (part + 1) * atOnce),
  );
  const found = await Promise.all(parts.map((part) => findPart(object, nameField, part)));
  return new Map(found.flat());
}

async function findPart(object: string, nameField: string, names: readonly string[]) {
  const query = { where: { [nameField]: { in: names } }, select: nameField, limit: 2 * atOnce };
  const { records, next } = await api.get<RecordPageJson>(`records/${object}`, { query });
  // Where more bear these names than one page holds, nobody can say which of them is the only one.
  if (next) return [];
  return [...Map.groupBy(records, (record) => String(record[nameField]))].flatMap(
    ([name, [only, ...others]]) => (only && others.length === 0 ? [[name, only.id] as const] : []),
  );
}
