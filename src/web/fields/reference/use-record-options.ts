import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useMeta } from '#web/api/queries.ts';
import type { RecordPageJson } from '#web/api/record.ts';

/** A record that may be chosen. */
export interface RecordOption {
  readonly object: string;
  readonly id: string;
  readonly name: string;
  /** What tells it from others of the same name. */
  readonly detail?: string | undefined;
}

interface Wanted {
  readonly targets: readonly string[];
  readonly text: string;
  readonly where: unknown;
  readonly enabled: boolean;
}

/** Records that match what is typed; the first of each object before anything is. */
export function useRecordOptions({ targets, text, where, enabled }: Wanted) {
  const meta = useMeta();
  const [typed] = useDebouncedValue(text.trim(), 150);
  const nameFields = new Map(meta.objects.map((object) => [object.name, object.nameField]));
  const known = targets.filter((target) => nameFields.has(target));
  const { data, isFetching } = useQuery({
    queryKey: [...keys.search(typed), 'options', known, where ?? null],
    queryFn: ({ signal }) =>
      typed !== '' && where === undefined
        ? searchOptions(known, typed, signal)
        : listOptions(known.slice(0, 4), nameFields, typed, where, signal),
    placeholderData: keepPreviousData,
    enabled: enabled && known.length > 0,
    staleTime: 10_000,
  });
  return { options: data ?? [], loading: isFetching || typed !== text.trim() };
}

async function searchOptions(targets: readonly string[], q: string, signal: AbortSignal) {
  const query = { q, limit: 20, objects: targets.join(',') };
  const answer = await api.get<{ results: readonly RecordOption[] }>('search', { query, signal });
  return answer.results;
}

async function listOptions(
  targets: readonly string[],
  nameFields: ReadonlyMap<string, string>,
  q: string,
  where: unknown,
  signal: AbortSignal,
): Promise<readonly RecordOption[]> {
  const lists = targets.map(async (object) => {
    const name = nameFields.get(object) ?? 'name';
    const query = { q, select: name, limit: targets.length > 1 ? 6 : 20, where: where ?? undefined };
    const page = await api.get<RecordPageJson>(`records/${object}`, { query, signal });
    return page.records.map((record) => ({ object, id: record.id, name: String(record[name] ?? '') }));
  });
  return (await Promise.all(lists)).flat();
}
