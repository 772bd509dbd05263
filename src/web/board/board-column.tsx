import { useDroppable } from '@dnd-kit/core';
import { Button, Skeleton } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { numberFormat } from '#kernel/writing/intl-formats.ts';
import { useMeta, useRecords } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { useStates } from '#web/fields/use-states.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { useWhenIdle } from '#web/kit/use-when-idle.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import classes from './board.module.css';
import { BoardCard } from './board-card.tsx';
import { type BoardGroup, isOffered, type Move, mayMove, withMoves } from './board-groups.ts';
import { cardsQuery } from './board-query.ts';
import { BoardSum } from './board-sum.tsx';

interface BoardColumnProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly state: ViewState;
  readonly group: BoardGroup;
  readonly groups: readonly BoardGroup[];
  readonly moves: readonly Move[];
  /** The card that is being dragged. */
  readonly dragged: Omit<Move, 'to'> | undefined;
  onMove(move: Move): void;
}

/** How many cards are drawn at first, about as many as are in sight; the others follow when the browser is idle. */
const atOnce = Math.ceil(window.innerHeight / 90);

/** The records of one value, page after page as the column is scrolled. */
export function BoardColumn({
  object,
  field,
  state,
  group,
  groups,
  moves,
  dragged,
  onMove,
}: BoardColumnProps) {
  const { t } = useTranslation();
  const { workspace } = useMeta();
  const locale = useLocale();
  const scroller = useRef<HTMLDivElement>(null);
  const { view, columns, search } = state;
  const { where, ...query } = cardsQuery(object, field, group.value, { ...state, q: search.q });
  const list = useRecords(object.name, { where, ...query });
  const loaded = list.data?.pages.flatMap((page) => page.records) ?? [];
  const leaving = new Set(moves.filter(({ to }) => to !== group.value).map(({ record }) => record.id));
  const arriving = moves.filter(({ to }) => to === group.value).map(({ record }) => record);
  const arrived = new Set(arriving.map(({ id }) => id));
  const cards = [...arriving, ...loaded.filter(({ id }) => !leaving.has(id) && !arrived.has(id))];
  const head = withMoves(group, moves, view.sum, workspace.currency);
  const states = useStates(object);
  const takes = (record: RecordJson, from: string | null, to: string | null) =>
    mayMove(field, from, to) && isOffered(field, states(record), to);
  const draggedFrom = dragged?.from;
  const allowed = !dragged || draggedFrom === group.value || takes(dragged.record, dragged.from, group.value);
  const { setNodeRef, isOver } = useDroppable({
    id: `column:${group.value}`,
    data: { group },
    disabled: !allowed,
  });
  const [settled, setSettled] = useState(false);
  useWhenIdle(() => setSettled(true));
  const { ref: end, entry } = useIntersection({ root: scroller.current, rootMargin: '300px' });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (entry?.isIntersecting && hasNextPage && !isFetchingNextPage) fetchNextPage();
  }, [entry?.isIntersecting, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const sumField = object.fields.find(({ name }) => name === view.sum);
  const movable = object.can.update && !field.readOnly;

  return (
    <section
      ref={setNodeRef}
      className={classes.column}
      aria-label={`${group.label} ${head.count}`}
      data-column={group.value ?? ''}
      data-over={(isOver && allowed && draggedFrom !== group.value) || undefined}
      data-barred={!allowed || undefined}
    >
      <h2 className={classes.head}>
        <Link
          to="/$object"
          params={{ object: object.name }}
          search={{ where }}
          className={classes.headLink}
          title={t('board.asList')}
        >
          <StatusBadge color={group.color}>{group.label}</StatusBadge>
          <span className={classes.count} data-testid="column-count">
            {numberFormat(locale).format(head.count)}
          </span>
        </Link>
        {sumField && head.sum !== undefined && (
          <span className={classes.sum}>
            <BoardSum field={sumField} sum={head.sum} />
          </span>
        )}
      </h2>
      <div
        ref={scroller}
        className={classes.cards}
        data-scroll-restoration-id={`board.${object.name}.${group.value}`}
      >
        {(settled ? cards : cards.slice(0, atOnce)).map((record) => (
          <BoardCard
            key={record.id}
            object={object}
            record={record}
            columns={columns}
            from={group.value}
            targets={groups.filter(({ value }) => takes(record, group.value, value))}
            movable={movable && !states(record).readOnly.has(field.name)}
            onMove={onMove}
          />
        ))}
        {list.isPending && [0, 1, 2].map((each) => <Skeleton key={each} height={76} radius="md" />)}
        {!list.isPending && cards.length === 0 && <p className={classes.empty}>{t('board.empty')}</p>}
        {list.isError && (
          <Button variant="default" onClick={() => list.refetch()}>
            {t('error.retry')}
          </Button>
        )}
        {settled && <div ref={end} />}
      </div>
    </section>
  );
}
