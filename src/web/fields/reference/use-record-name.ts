import { useQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useMeta, useObjectMeta } from '#web/api/queries.ts';
import type { RecordPageJson } from '#web/api/record.ts';
import { batched } from './batch.ts';

const loaders = new Map<string, (id: string) => Promise<string | undefined>>();

/** The name of a record of which only the id is known; all names asked for at once come in one request. */
export function useRecordName(
  object: string,
  id: string | undefined,
  { enabled = true } = {},
): string | undefined {
  const nameField = useObjectMeta(object)?.nameField;
  const { user } = useMeta();
  const { data } = useQuery({
    ...recordNameQuery(object, nameField ?? 'name', id ?? ''),
    enabled: enabled && Boolean(id && nameField),
  });
  return data ?? (id === user.id ? user.name : undefined);
}

/** The request behind `useRecordName`. */
export function recordNameQuery(object: string, nameField: string, id: string) {
  return {
    queryKey: [...keys.object(object), 'name', id],
    queryFn: async () => (await loaderOf(object, nameField)(id)) ?? null,
    staleTime: 60_000,
  };
}

function loaderOf(object: string, nameField: string): (id: string) => Promise<string | undefined> {
  const known = loaders.get(object);
  if (known) return known;
  const loader = batched((ids) => loadNames(object, nameField, ids));
  loaders.set(object, loader);
  return loader;
}

async function loadNames(object: string, nameField: string, ids: readonly string[]) {
  const page = await api.get<RecordPageJson>(`records/${object}`, {
    query: { where: { id: { in: ids } }, select: nameField, limit: Math.max(ids.length, 1) },
  });
  return new Map(page.records.map((record) => [record.id, String(record[nameField] ?? '')]));
}
