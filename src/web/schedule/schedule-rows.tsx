import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { ColorRule } from '#kernel/view-settings.ts';
import { addDays } from '#web/calendar/days.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { colorsOf } from '#web/list/colors/colors-of.ts';
import { AfterDialog } from './after-dialog.tsx';
import { ArrowLines } from './arrow-lines.tsx';
import { type Arrow, arrowsBetween } from './arrows.ts';
import type { Bar, BarFields } from './bar.ts';
import type { BarPart } from './moved-bar.ts';
import classes from './schedule.module.css';
import { ScheduleRow } from './schedule-row.tsx';
import { marksOf, placeOf, type Span, type Zoom } from './span.ts';
import { useChangeAfter } from './use-change-after.ts';
import { useDrawArrow } from './use-draw-arrow.ts';
import { useMoveBar } from './use-move-bar.ts';
import { useRowActs } from './use-row-acts.ts';

interface ScheduleRowsProps {
  readonly object: ObjectMeta;
  readonly bars: readonly Bar[];
  readonly fields: BarFields;
  /** Days by which each bar may slip; undefined where that is not asked for. */
  readonly slack: ReadonlyMap<string, number> | undefined;
  readonly span: Span;
  readonly zoom: Zoom;
  readonly today: string;
  readonly rules: readonly ColorRule[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  onMore(): void;
}

const height = 36;
const noArrows: readonly Arrow[] = [];

/** A line for each record: its name, and a bar from the day on which it begins to the day on which it ends. */
export function ScheduleRows(props: ScheduleRowsProps) {
  const { object, bars, fields, slack, span, zoom, today, rules, hasMore, loading, onMore } = props;
  const { t } = useTranslation();
  const { locale } = useFormatting();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: bars.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loading && last >= bars.length - 20) onMore();
  }, [hasMore, loading, last, bars.length, onMore]);
  const { start, end, after } = fields;
  const [asked, setAsked] = useState<Bar>();
  const move = useMoveBar(object, fields);
  const changeAfter = useChangeAfter(object, after);
  const place = useMemo(() => new Map(bars.map(({ id }, index) => [id, index])), [bars]);
  const { drawing, begin } = useDrawArrow((before, id) => {
    const bar = bars[place.get(id) ?? -1];
    if (bar) changeAfter.draw(before, bar);
  });
  const arrows = useMemo(() => arrowsBetween(bars), [bars]);
  const lines = useMemo(() => [...arrows.values()].flat(), [arrows]);
  const critical = useMemo(
    () => new Set([...(slack ?? [])].flatMap(([id, days]) => (days <= 0 ? [id] : []))),
    [slack],
  );
  const movable = useMemo(() => movableParts(object, start, end), [object, start, end]);
  const linkable = after !== undefined && isSettable(object, after);
  const acts = useRowActs({ move, askAfter: setAsked, beginArrow: begin });
  const now = placeOf(span, today, today);
  const marks = marksOf(span, zoom);
  const at = now?.left;
  useEffect(() => {
    // Where not all of the days have room, today is in sight.
    const element = scroller.current;
    const names = element?.querySelector(`.${classes.names}`)?.clientWidth ?? 0;
    if (element && at !== undefined)
      element.scrollLeft = ((element.scrollWidth - names) * at) / 100 - (element.clientWidth - names) / 3;
  }, [at]);
  const heads = new Intl.DateTimeFormat(locale, { ...markFormats[zoom], timeZone: 'UTC' });
  return (
    <div ref={scroller} className={classes.scroller}>
      <div className={classes.chart}>
        <div className={classes.head}>
          <div className={classes.names}>{object.label}</div>
          <div className={classes.lane}>
            {marks.map((day, index) => {
              const until = placeOf(span, day, addDays(marks[index + 1] ?? span.until, -1));
              return (
                <span
                  key={day}
                  className={classes.mark}
                  style={{ left: `${until?.left}%`, width: `${until?.width}%` }}
                >
                  {heads.format(new Date(`${day}T00:00:00Z`))}
                </span>
              );
            })}
          </div>
        </div>
        <div className={classes.overlay}>
          {now && <div className={classes.today} style={{ left: `${now.left}%` }} aria-hidden />}
          {after && (
            <ArrowLines
              arrows={lines}
              rows={place}
              drawn={[items[0]?.index ?? 0, last]}
              height={height}
              span={span}
              critical={critical}
              drawing={drawing}
              onChoose={(arrow) => linkable && setAsked(arrow.after)}
            />
          )}
        </div>
        {bars.length === 0 && <p className={classes.nothing}>{t('schedule.nothing')}</p>}
        <ul className={classes.rows} style={{ height: rows.getTotalSize() }} aria-label={object.plural}>
          {items.map(({ index, start: top }) => {
            const bar = bars[index] as Bar;
            return (
              <li key={bar.id} className={classes.row} style={{ transform: `translateY(${top}px)`, height }}>
                <ScheduleRow
                  object={object}
                  bar={bar}
                  span={span}
                  arrows={arrows.get(bar.id) ?? noArrows}
                  slack={slack?.get(bar.id)}
                  tint={colorsOf(bar.record, rules).row}
                  movable={movable}
                  linkable={linkable}
                  acts={acts}
                />
              </li>
            );
          })}
        </ul>
      </div>
      {asked && after && (
        <AfterDialog
          object={object}
          bar={asked}
          field={after}
          change={changeAfter.set}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}

const markFormats: Readonly<Record<Zoom, Intl.DateTimeFormatOptions>> = {
  week: { weekday: 'short', month: 'short', day: 'numeric' },
  month: { month: 'short', day: 'numeric' },
  quarter: { year: '2-digit', month: 'short' },
  year: { year: '2-digit', month: 'short' },
};

function isSettable(object: ObjectMeta, { readOnly, immutable, result }: FieldMeta): boolean {
  return object.can.update && !readOnly && immutable !== true && result === undefined;
}

/** What of a bar this person may move; one that begins and ends with the same date has no ends. */
function movableParts(object: ObjectMeta, start: FieldMeta, end: FieldMeta): readonly BarPart[] {
  if (start.name === end.name) return isSettable(object, start) ? ['whole'] : [];
  return [
    ...(isSettable(object, start) && isSettable(object, end) ? (['whole'] as const) : []),
    ...(isSettable(object, start) ? (['start'] as const) : []),
    ...(isSettable(object, end) ? (['end'] as const) : []),
  ];
}
