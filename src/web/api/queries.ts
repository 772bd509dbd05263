import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { FieldMeta, Meta, ObjectMeta } from '#kernel/meta.ts';
import type { AggregateAnswer, AggregateQuery } from '#kernel/report/answer.ts';
import { api } from './client.ts';
import { keys } from './keys.ts';
import type { ListQuery, RecordJson, RecordPageJson } from './record.ts';

/** The request behind `useMeta`, for the router's guard. */
export const metaQuery = {
  queryKey: keys.meta,
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<Meta>('meta', { signal, quiet: true, begun: true }),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  retry: false,
};

/** What the product is like, for all that is drawn inside it. */
export const MetaContext = createContext<Meta | undefined>(undefined);

/** What the product is like, followed by one component, for hundreds need it. Loaded before any signed-in page is shown. */
export function useFollowedMeta(): Meta {
  return useSuspenseQuery(metaQuery).data;
}

/** The same, if anybody has asked for it yet, for what is drawn beside pages. */
export function useKnownMeta(): Meta | undefined {
  return useQuery({ ...metaQuery, enabled: false }).data;
}

/** Everything the client knows about the product. */
export function useMeta(): Meta {
  const meta = useContext(MetaContext);
  if (meta === undefined) throw new Error('What the product is like is known to signed-in pages alone.');
  return meta;
}

/** One object's description, when the caller may see it. */
export function useObjectMeta(name: string): ObjectMeta | undefined {
  return useMeta().objects.find((object) => object.name === name);
}

/** One field's description. */
export function useFieldMeta(object: string, field: string): FieldMeta | undefined {
  return useObjectMeta(object)?.fields.find((candidate) => candidate.name === field);
}

interface Enabled {
  readonly enabled?: boolean;
}

interface Paging extends Enabled {
  /** How many records come with each page after the first, which is to be there at once. */
  readonly further?: number;
}

/** The request for a list that loads page after page; each after the first brings as many records as `further` says. */
export function recordsQuery(object: string, query: ListQuery, further = query.limit) {
  return infiniteQueryOptions({
    queryKey: keys.list(object, query),
    queryFn: ({ pageParam, signal }) =>
      api.get<RecordPageJson>(`records/${object}`, {
        query: { ...query, ...(pageParam && { count: undefined, cursor: pageParam, limit: further }) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** A list that loads page after page. */
export function useRecords(object: string, query: ListQuery, { enabled = true, further }: Paging = {}) {
  return useInfiniteQuery({
    ...recordsQuery(object, query, further),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** The request for one record. */
export function recordQuery(object: string, id: string, select?: string) {
  return {
    queryKey: keys.record(object, id, select),
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.get<RecordJson>(`records/${object}/${id}`, { query: { select }, signal }),
  };
}

/** One record. */
export function useRecord(object: string, id: string, select?: string, { enabled = true }: Enabled = {}) {
  return useQuery({ ...recordQuery(object, id, select), enabled: enabled && id !== '' });
}

/** The request behind `useAggregate` and `useTotals`. */
export function aggregateQuery(object: string, query: AggregateQuery) {
  return {
    queryKey: keys.aggregate(object, query),
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.get<AggregateAnswer>(`records/${object}/aggregate`, { query: { ...query }, signal }),
    placeholderData: keepPreviousData,
  };
}

/** Counts and sums by group. */
export function useAggregate(object: string, query: AggregateQuery, { enabled = true }: Enabled = {}) {
  return useQuery({ ...aggregateQuery(object, query), select: ({ groups }) => groups, enabled });
}

/** Counts and sums by group and over choices of groups. */
export function useTotals(object: string, query: AggregateQuery, { enabled = true }: Enabled = {}) {
  return useQuery({ ...aggregateQuery(object, query), enabled });
}
