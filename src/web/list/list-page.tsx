import { useParams } from '@tanstack/react-router';
import { Suspense, useCallback, useMemo } from 'react';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { ColorRule } from '#kernel/view-settings.ts';
import { useObjectMeta, useRecords } from '#web/api/queries.ts';
import { withTexts } from '#web/i18n/with-texts.ts';
import { lazyPart } from '#web/kit/lazy-part.tsx';
import { lazyView } from '#web/kit/lazy-view.ts';
import { useNarrow } from '#web/kit/use-narrow.ts';
import { useTitle } from '#web/kit/use-title.ts';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
import { MoreFieldsHost } from '#web/views/changing/more-fields-host.tsx';
import { startingValues } from '#web/views/starting-values.ts';
import { useViewState } from '#web/views/use-view-state.ts';
import { ViewHeader } from '#web/views/view-header.tsx';
import { EmptyList, FailedList, ListSkeleton } from './list-message.tsx';
import classes from './list-page.module.css';
import { further, listQuery } from './list-query.ts';
import { ListTools } from './list-tools.tsx';
import { PhoneRows } from './phone-rows.tsx';
import { QuickAdd } from './quick-add.tsx';
import { useSelection } from './selection/use-selection.ts';
import { RecordTable } from './table/record-table.tsx';
import { useGroupedRows } from './table/use-grouped-rows.ts';

/** The records of one object as a table. */
export function ListPage() {
  const { object: name = '' } = useParams({ strict: false });
  const object = useObjectMeta(name);
  return object ? <RecordList key={name} object={object} /> : <NotFoundPage />;
}

// Nothing is selected before the list is there.
const SelectionBar = lazyPart(() => import('./selection/selection-bar.tsx'), 'SelectionBar');

const ReadyMade = lazyView(() => withTexts(import('#web/reports/ready-made.tsx'), 'reports'), 'ReadyMade');

const noRules: readonly ColorRule[] = [];

function RecordList({ object }: { object: ObjectMeta }) {
  const state = useViewState(object, 'table');
  const narrow = useNarrow();
  useTitle(object.plural);
  const grouped = useGroupedRows(object, state);
  const { grouping, where, sort } = grouped;
  const { colors, q } = state.search;
  const query = listQuery(object, { columns: state.columns, grouping, where, sort, q, colors });
  const list = useRecords(object.name, query, { further });
  const records = useMemo(() => list.data?.pages.flatMap((page) => page.records) ?? [], [list.data]);
  const selection = useSelection(records, JSON.stringify([state.where, q]));
  const count = grouped.count ?? list.data?.pages[0]?.count;
  const { fetchNextPage, isFetchingNextPage } = list;
  const more = useCallback(() => {
    if (!isFetchingNextPage) fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);

  return (
    <div className={classes.page} data-waiting={list.isPlaceholderData || undefined}>
      <ViewHeader object={object} state={state} count={count}>
        <ListTools object={object} state={state} />
      </ViewHeader>
      {(object.purpose === 'report' || object.purpose === 'dashboard') && (
        <Suspense fallback={null}>
          <ReadyMade object={object} />
        </Suspense>
      )}
      {list.isPending ? (
        <ListSkeleton />
      ) : list.isError && records.length === 0 ? (
        <FailedList error={list.error} onRetry={() => list.refetch()} />
      ) : records.length === 0 && !grouped.count ? (
        <div className={classes.message}>
          <EmptyList object={object} state={state} />
        </div>
      ) : narrow ? (
        <PhoneRows
          object={object}
          columns={state.columns}
          records={records}
          grouped={grouped}
          rules={colors ?? noRules}
          hasMore={list.hasNextPage}
          loadingMore={isFetchingNextPage}
          onMore={more}
        />
      ) : (
        <RecordTable
          key={state.saved?.id ?? state.view.name}
          object={object}
          records={records}
          grouped={grouped}
          state={state}
          selection={selection}
          hasMore={list.hasNextPage}
          count={count}
          onMore={more}
        />
      )}
      {!list.isPending && <QuickAdd object={object} values={startingValues(object, state.where)} />}
      <SelectionBar
        object={object}
        records={records}
        selection={selection}
        listed={{ where: state.where ?? {}, ...(q && { q }) }}
        count={count ?? records.length}
      />
      <MoreFieldsHost />
    </div>
  );
}
