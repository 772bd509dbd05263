import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import { keys } from './keys.ts';
import { mergeRecord } from './merge-record.ts';
import type { RecordJson, RecordPageJson } from './record.ts';

export type ListData = InfiniteData<RecordPageJson, string | undefined>;

/** Changes every copy of a record in a loaded list; gives the same object back when it holds none. */
export function patchList(data: ListData, id: string, values: Readonly<Record<string, unknown>>): ListData {
  if (!data.pages.some((page) => page.records.some((record) => record.id === id))) return data;
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      records: page.records.map((record) => (record.id === id ? mergeRecord(record, values) : record)),
    })),
  };
}

/** Takes records out of a loaded list and lowers its count. */
export function removeFromList(data: ListData, ids: ReadonlySet<string>): ListData {
  const gone = data.pages.flatMap((page) => page.records).filter((record) => ids.has(record.id)).length;
  if (gone === 0) return data;
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      records: page.records.filter((record) => !ids.has(record.id)),
      ...(page.count === undefined ? {} : { count: page.count - gone }),
    })),
  };
}

/** Whether a list came page by page. One that is read whole, in one answer, is read anew when a change is made. */
export function isPaged(data: ListData | undefined): data is ListData {
  return data !== undefined && 'pages' in data;
}

/** What was in the cache before an optimistic change, to be put back when the server refuses. */
export type CacheSnapshot = readonly (readonly [QueryKey, unknown])[];

/** Puts a snapshot back. */
export function restoreCache(client: QueryClient, snapshot: CacheSnapshot): void {
  for (const [key, value] of snapshot) client.setQueryData(key, value);
}

/** Shows new values of a record everywhere it is on screen; gives back what was there before. */
export function patchEverywhere(
  client: QueryClient,
  object: string,
  id: string,
  values: Readonly<Record<string, unknown>>,
): CacheSnapshot {
  const lists = client.getQueriesData<ListData>({ queryKey: keys.lists(object) });
  const singles = client.getQueriesData<RecordJson>({ queryKey: keys.recordAnySelect(object, id) });
  for (const [key, data] of lists) if (isPaged(data)) client.setQueryData(key, patchList(data, id, values));
  for (const [key, data] of singles) if (data) client.setQueryData(key, mergeRecord(data, values));
  return [...lists, ...singles];
}

/** Takes records off every list on screen; gives back what was there before. */
export function removeEverywhere(client: QueryClient, object: string, ids: readonly string[]): CacheSnapshot {
  const lists = client.getQueriesData<ListData>({ queryKey: keys.lists(object) });
  const gone = new Set(ids);
  for (const [key, data] of lists) if (isPaged(data)) client.setQueryData(key, removeFromList(data, gone));
  return lists;
}
