import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { ColorRule } from '#kernel/view-settings.ts';
import { formatDate } from '#kernel/writing/date.ts';
import { wallClock } from '#kernel/writing/wall-clock.ts';
import type { RecordJson } from '#web/api/record.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { colorsOf } from '#web/list/colors/colors-of.ts';
import type { BarPart } from './moved-bar.ts';
import classes from './schedule.module.css';
import { ScheduleBar } from './schedule-bar.tsx';
import { marksOf, placeOf, type Span, type Zoom } from './span.ts';
import { useMoveBar } from './use-move-bar.ts';

interface ScheduleRowsProps {
  readonly object: ObjectMeta;
  readonly records: readonly RecordJson[];
  readonly start: FieldMeta;
  readonly end: FieldMeta;
  readonly span: Span;
  readonly zoom: Zoom;
  readonly today: string;
  readonly rules: readonly ColorRule[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  onMore(): void;
}

const height = 36;

const keyShortcuts = 'Alt+ArrowLeft Alt+ArrowRight Alt+Shift+ArrowLeft Alt+Shift+ArrowRight';

/** A line for each record: its name, and a bar from the day on which it begins to the day on which it ends. */
export function ScheduleRows(props: ScheduleRowsProps) {
  const { object, records, start, end, span, zoom, today, rules, hasMore, loading, onMore } = props;
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loading && last >= records.length - 20) onMore();
  }, [hasMore, loading, last, records.length, onMore]);
  const dayOf = (value: unknown): string | undefined => {
    const text = typeof value === 'string' ? value : undefined;
    return text && text.length > 10 ? wallClock(text, timeZone).slice(0, 10) : text;
  };
  const move = useMoveBar(object, start, end);
  const movable = movableParts(object, start, end);
  const now = placeOf(span, today, today);
  const heads = new Intl.DateTimeFormat(locale, {
    ...(zoom === 'month' ? { month: 'short', day: 'numeric' } : { year: '2-digit', month: 'short' }),
    timeZone: 'UTC',
  });
  return (
    <div ref={scroller} className={classes.scroller}>
      <div className={classes.chart}>
        <div className={classes.head}>
          <div className={classes.names}>{object.label}</div>
          <div className={classes.lane}>
            {marksOf(span, zoom).map((day) => (
              <span
                key={day}
                className={classes.mark}
                style={{ left: `${placeOf(span, day, day)?.left ?? 0}%` }}
              >
                {heads.format(new Date(`${day}T00:00:00Z`))}
              </span>
            ))}
          </div>
        </div>
        {records.length === 0 && <p className={classes.nothing}>{t('schedule.nothing')}</p>}
        <ul className={classes.rows} style={{ height: rows.getTotalSize() }} aria-label={object.plural}>
          {items.map(({ index, start: top }) => {
            const record = records[index] as RecordJson;
            const first = dayOf(record[start.name]);
            const until = dayOf(record[end.name]) ?? first;
            const name = String(record[object.nameField] ?? t('list.unnamed'));
            const dates = [...new Set([first, until])]
              .map((day) => formatDate(day ?? '', locale))
              .join(' – ');
            return (
              <li
                key={record.id}
                className={classes.row}
                style={{ transform: `translateY(${top}px)`, height }}
              >
                <Link
                  to="/$object/$id"
                  params={{ object: object.name, id: record.id }}
                  className={classes.name}
                  aria-label={`${name}, ${dates}`}
                  aria-keyshortcuts={movable.length > 0 ? keyShortcuts : undefined}
                  title={movable.length > 0 ? t('schedule.keys') : undefined}
                  onKeyDown={(event) => {
                    const days = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
                    const part = event.shiftKey ? 'end' : 'whole';
                    if (days === 0 || !event.altKey || !first || !movable.includes(part)) return;
                    event.preventDefault();
                    move(record, part, days);
                  }}
                >
                  {name}
                </Link>
                <div className={classes.lane} data-lane>
                  {first && until && (
                    <ScheduleBar
                      object={object.name}
                      id={record.id}
                      label={`${name} · ${dates}`}
                      first={first}
                      last={until}
                      span={span}
                      tint={colorsOf(record, rules).row}
                      movable={movable}
                      onMove={(part, days) => move(record, part, days)}
                    />
                  )}
                </div>
              </li>
            );
          })}
        </ul>
        {now && (
          <div className={classes.overlay} aria-hidden>
            <div className={classes.today} style={{ left: `${now.left}%` }} />
          </div>
        )}
      </div>
    </div>
  );
}

/** What of a bar this person may move; one that begins and ends with the same date has no ends. */
function movableParts(object: ObjectMeta, start: FieldMeta, end: FieldMeta): readonly BarPart[] {
  const settable = ({ readOnly, immutable, result }: FieldMeta) =>
    object.can.update && !readOnly && immutable !== true && result === undefined;
  if (start.name === end.name) return settable(start) ? ['whole'] : [];
  return [
    ...(settable(start) && settable(end) ? (['whole'] as const) : []),
    ...(settable(start) ? (['start'] as const) : []),
    ...(settable(end) ? (['end'] as const) : []),
  ];
}
