import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { bothConditions } from '#kernel/both-conditions.ts';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { instantOf } from '#kernel/writing/wall-clock.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useRecords } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { selectOf } from '#web/views/columns.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import { addDays } from './days.ts';
import type { Entry } from './entry.ts';

interface OccurrencesJson {
  readonly occurrences: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly records: readonly RecordJson[];
  readonly more: boolean;
}

/** What a calendar shows of some days. */
export interface Entries {
  readonly entries: readonly Entry[];
  /** There are more than can be shown. */
  readonly more: boolean;
  readonly error: Error | null | undefined;
  retry(): void;
}

/** What stands in a calendar on these days: what takes place then, or what has a day of its own. */
export function useEntries(
  object: ObjectMeta,
  field: FieldMeta,
  days: readonly string[],
  state: ViewState,
): Entries {
  const { timeZone } = useFormatting();
  const occurs = object.occurs?.from === field.name ? object.occurs : undefined;
  const [first = '', end = ''] = [days[0], addDays(days.at(-1) ?? '1970-01-01', 1)];
  const needed = [...(occurs?.with ?? []), ...(occurs?.recurs ? ['series'] : [])].filter((name) =>
    object.fields.some((each) => each.name === name),
  );
  const query = {
    from: instantOf(`${first} 00:00:00`, timeZone),
    to: instantOf(`${end} 00:00:00`, timeZone),
    select: selectOf(state.columns, needed),
    ...(state.where !== undefined && { where: state.where }),
    ...(state.search.q && { q: state.search.q }),
  };
  const calendar = useQuery({
    queryKey: [...keys.object(object.name), 'occurrences', query],
    queryFn: ({ signal }) =>
      api.get<OccurrencesJson>(`records/${object.name}/occurrences`, { query, signal }),
    placeholderData: keepPreviousData,
    enabled: occurs !== undefined,
  });
  const list = useRecords(
    object.name,
    {
      where: bothConditions(state.where, { [field.name]: spanOf(field, first, end, query) }),
      select: selectOf(state.columns, [field.name]),
      sort: field.name,
      ...(state.search.q && { q: state.search.q }),
      limit: 1000,
    },
    { enabled: occurs === undefined },
  );
  if (occurs !== undefined)
    return {
      entries: calendar.data ? occurring(calendar.data) : [],
      more: calendar.data?.more ?? false,
      error: calendar.data ? undefined : calendar.error,
      retry: () => calendar.refetch(),
    };
  const page = list.data?.pages[0];
  return {
    entries: (page?.records ?? []).map((record) => standing(record, field)),
    more: Boolean(page?.next),
    error: page ? undefined : list.error,
    retry: () => list.refetch(),
  };
}

function spanOf({ type }: FieldMeta, first: string, end: string, { from, to }: { from: string; to: string }) {
  return type === 'date' ? { gte: first, lt: end } : { gte: from, lt: to };
}

function occurring({ occurrences, records }: OccurrencesJson): readonly Entry[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return occurrences.flatMap(({ id, from, to }) => {
    const record = byId.get(id);
    return record ? [{ key: `${id} ${from}`, record, from, to, whole: false }] : [];
  });
}

function standing(record: RecordJson, { name, type }: FieldMeta): Entry {
  const at = String(record[name]);
  return { key: record.id, record, from: at, to: at, whole: type === 'date' };
}
