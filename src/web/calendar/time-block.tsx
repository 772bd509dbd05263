import { IconRepeat } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { formatTime } from '#kernel/writing/date-time.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import type { Column } from '#web/views/columns.ts';
import classes from './calendar.module.css';
import { daysBetween } from './days.ts';
import { followPointer } from './drag.ts';
import { type Entry, isMovable } from './entry.ts';
import { type Lane, type Span, shortest } from './lanes.ts';
import { looksOf } from './looks.ts';
import { lengthenedBy, movedBy } from './moved-by.ts';
import { openedOccurrence } from './open-occurrence.ts';
import { useMoveEntry } from './use-move-entry.ts';

interface TimeBlockProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly columns: readonly Column[];
  readonly entry: Entry;
  readonly day: string;
  readonly span: Span;
  readonly lane: Lane;
}

/** Minutes to which a drag keeps. */
const step = 15;

/** One record in its hours: dragged to others or to another day, and by its lower edge made longer or shorter. */
export function TimeBlock({ object, field, columns, entry, day, span, lane }: TimeBlockProps) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const move = useMoveEntry(object, field);
  const item = useRef<HTMLLIElement>(null);
  const [drag, setDrag] = useState<{ x: number; minutes: number; longer: number }>();
  const { name, color, title } = looksOf(object, columns, entry.record, t('list.unnamed'));
  const movable = isMovable(object, field.name);
  const lengthened = movable && object.occurs?.to !== undefined && entry.from !== entry.to;
  const minutesIn = (dy: number) => {
    const height = item.current?.parentElement?.getBoundingClientRect().height ?? 1;
    return Math.round(((dy / height) * 1440) / step) * step;
  };
  const dragged = (event: PointerEvent) =>
    followPointer(event, {
      onMove: (x, dy) => setDrag({ x, minutes: minutesIn(dy), longer: 0 }),
      onDrop: (_dx, dy, over) => {
        setDrag(undefined);
        const to = over?.closest<HTMLElement>('[data-day]')?.dataset.day ?? day;
        const [days, minutes] = [daysBetween(day, to), minutesIn(dy)];
        if (days !== 0 || minutes !== 0) move(entry, movedBy(entry, days, minutes, timeZone));
      },
      onCancel: () => setDrag(undefined),
    });
  const pulled = (event: PointerEvent) => {
    event.stopPropagation();
    event.preventDefault();
    followPointer(event, {
      onMove: (_dx, dy) => setDrag({ x: 0, minutes: 0, longer: minutesIn(dy) }),
      onDrop: (_dx, dy) => {
        setDrag(undefined);
        if (minutesIn(dy) !== 0) move(entry, lengthenedBy(entry, minutesIn(dy)));
      },
      onCancel: () => setDrag(undefined),
    });
  };
  const length = Math.max(span.to - span.from, shortest) + (drag?.longer ?? 0);
  const percent = (minutes: number) => `${(minutes / 1440) * 100}%`;
  const width = 100 / lane.lanes;
  return (
    <li
      ref={item}
      className={classes.block}
      data-dragged={drag !== undefined || undefined}
      style={{
        top: percent(span.from + (drag?.minutes ?? 0)),
        height: percent(Math.max(step, length)),
        left: `calc(${lane.lane * width}% + 1px)`,
        width: `calc(${width}% - 3px)`,
        ...(drag && { translate: `${drag.x}px 0` }),
        ['--block' as string]: `var(--mantine-color-${color}-5)`,
      }}
    >
      <Link
        to="/$object/$id"
        params={{ object: object.name, id: entry.record.id }}
        title={title}
        className={classes.blockLink}
        draggable={false}
        onClick={(event) => {
          if (!entry.record.repeats || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          openedOccurrence.set(entry);
        }}
        onPointerDown={movable ? dragged : undefined}
        onKeyDown={(event) => {
          const by = { ArrowUp: [0, -step], ArrowDown: [0, step], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[
            event.key
          ];
          if (!event.altKey || by === undefined || !movable) return;
          event.preventDefault();
          const [days = 0, minutes = 0] = by;
          move(
            entry,
            event.shiftKey ? lengthenedBy(entry, minutes) : movedBy(entry, days, minutes, timeZone),
          );
        }}
      >
        <span className={classes.time}>{formatTime(entry.from, locale, timeZone)}</span>{' '}
        <span className={classes.blockName}>{name}</span>
        {Boolean(entry.record.repeats) && (
          <IconRepeat size={11} aria-label={t('calendar.repeats')} className={classes.repeats} />
        )}
      </Link>
      {lengthened && <span className={classes.pull} aria-hidden onPointerDown={pulled} />}
    </li>
  );
}
