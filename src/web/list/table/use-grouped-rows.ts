import { useCallback, useMemo, useState } from 'react';
import { bothConditions } from '#kernel/both-conditions.ts';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { AggregateGroup } from '#kernel/report/answer.ts';
import { useAggregate, useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import {
  type Grouping,
  groupingOf,
  groupKey,
  inGroup,
  listedSort,
  type TableGroup,
  tableGroups,
} from './grouping.ts';
import { measureKeys } from './measures.ts';

/** A line of a table: a record by its place in the list, or the head of a group. */
export type TableItem =
  | { readonly kind: 'record'; readonly record: RecordJson; readonly index: number }
  | { readonly kind: 'group'; readonly group: TableGroup; readonly closed: boolean };

/** How a list is grouped and added up. */
export interface GroupedRows {
  readonly grouping: Grouping | undefined;
  readonly totals: Readonly<Record<string, string>>;
  /** How many records there are, closed groups included; absent where nothing is grouped. */
  readonly count: number | undefined;
  /** What all records add up to. */
  readonly whole: AggregateGroup | undefined;
  /** What the list must ask for: the condition without closed groups, and the order. */
  readonly where: unknown;
  readonly sort: string | undefined;
  items(records: readonly RecordJson[], hasMore: boolean): readonly TableItem[];
  toggle(key: string): void;
}

const none: Readonly<Record<string, string>> = {};

/** Groups and adds up what a table shows; the server counts and sums, whatever is loaded. */
export function useGroupedRows(object: ObjectMeta, state: ViewState): GroupedRows {
  const meta = useMeta();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const { where, search } = state;
  const totals = search.totals ?? none;
  const grouping = useMemo(() => groupingOf(meta, object, search.group), [meta, object, search.group]);
  const measures = measureKeys(state.columns, totals);
  const asked = { where, ...(search.q && { q: search.q }) };
  const whole = useAggregate(
    object.name,
    { measures: measures.join(','), ...asked },
    { enabled: measures.length > 0 },
  );
  const grouped = useAggregate(
    object.name,
    { groupBy: grouping?.groupBy ?? '', measures: ['count', ...measures].join(','), ...asked },
    { enabled: grouping !== undefined },
  );
  const sort = listedSort(object, grouping, state.sort);
  const groups = useMemo(
    () => (grouping && grouped.data ? tableGroups(grouped.data, grouping, sort ?? '') : []),
    [grouping, grouped.data, sort],
  );
  const { timeZone } = meta.user;
  const items = useCallback(
    (records: readonly RecordJson[], hasMore: boolean): readonly TableItem[] =>
      grouping
        ? itemsOf(records, hasMore, groups, closed, (record) => groupKey(record, grouping, timeZone))
        : records.map((record, index) => ({ kind: 'record', record, index })),
    [grouping, groups, closed, timeZone],
  );
  const toggle = useCallback((key: string) => {
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const hidden = grouping ? groups.filter(({ key }) => closed.has(key)) : [];
  const without = grouping && hidden.map((group) => inGroup(grouping, group));
  return {
    grouping,
    totals,
    count: grouping && grouped.data ? groups.reduce((sum, { count }) => sum + count, 0) : undefined,
    whole: whole.data?.[0],
    where: without?.length ? bothConditions(where, { not: { or: without } }) : where,
    sort,
    items,
    toggle,
  };
}

/** Heads of groups with the loaded records below them. Groups after the last one that is loaded wait for it. */
export function itemsOf(
  records: readonly RecordJson[],
  hasMore: boolean,
  groups: readonly TableGroup[],
  closed: ReadonlySet<string>,
  keyOf: (record: RecordJson) => string,
): readonly TableItem[] {
  const within = new Map<string, TableItem[]>();
  records.forEach((record, index) => {
    const key = keyOf(record);
    const items = within.get(key) ?? [];
    items.push({ kind: 'record', record, index });
    within.set(key, items);
  });
  const last = records.at(-1);
  const reached = last && groups.findIndex(({ key }) => key === keyOf(last));
  const shown = hasMore && reached !== undefined && reached >= 0 ? groups.slice(0, reached + 1) : groups;
  return shown.flatMap((group): readonly TableItem[] => [
    { kind: 'group', group, closed: closed.has(group.key) },
    ...(closed.has(group.key) ? [] : (within.get(group.key) ?? [])),
  ]);
}
