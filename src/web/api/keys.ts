import type { AggregateQuery } from '#kernel/report/answer.ts';
import type { ListQuery } from './record.ts';

/** Names of what the query cache holds; everything of one object lies under `['records', object]`. */
export const keys = {
  meta: ['meta'] as const,
  setup: ['setup'] as const,
  consequences: (action: string, id: string, input: object) => ['consequences', action, id, input] as const,
  search: (text: string) => ['search', text] as const,
  object: (object: string) => ['records', object] as const,
  lists: (object: string) => ['records', object, 'list'] as const,
  list: (object: string, query: ListQuery) => ['records', object, 'list', query] as const,
  records: (object: string) => ['records', object, 'one'] as const,
  record: (object: string, id: string, select?: string) =>
    ['records', object, 'one', id, select ?? ''] as const,
  recordAnySelect: (object: string, id: string) => ['records', object, 'one', id] as const,
  aggregates: (object: string) => ['records', object, 'aggregate'] as const,
  aggregate: (object: string, query: AggregateQuery) => ['records', object, 'aggregate', query] as const,
  map: (object: string, query: object) => ['records', object, 'map', query] as const,
  timeline: (object: string, id: string, kinds = '') => ['records', object, 'timeline', id, kinds] as const,
};
