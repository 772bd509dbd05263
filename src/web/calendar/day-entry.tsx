import { IconRepeat } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { formatTime } from '#kernel/writing/date-time.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import type { Column } from '#web/views/columns.ts';
import classes from './calendar.module.css';
import { addDays, daysBetween } from './days.ts';
import { followPointer } from './drag.ts';
import { type Entry, isMovable } from './entry.ts';
import { looksOf } from './looks.ts';
import { movedBy } from './moved-by.ts';
import { openedOccurrence } from './open-occurrence.ts';
import { useMoveEntry } from './use-move-entry.ts';

interface DayEntryProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly columns: readonly Column[];
  readonly entry: Entry;
  /** The day on which it is drawn. */
  readonly day: string;
}

/** One record on its day: the hour, when it has one, and the name, with the colour of its state. Dragged to another day. */
export function DayEntry({ object, field, columns, entry, day }: DayEntryProps) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const move = useMoveEntry(object, field);
  const { name, color, title } = looksOf(object, columns, entry.record, t('list.unnamed'));
  const shift = (days: number) => {
    if (days !== 0) move(entry, movedBy(entry, days, 0, timeZone));
  };
  const movable = isMovable(object, field.name);
  return (
    <Link
      to="/$object/$id"
      params={{ object: object.name, id: entry.record.id }}
      className={classes.entry}
      title={title}
      draggable={false}
      onClick={(event) => {
        if (!entry.record.repeats || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        openedOccurrence.set(entry);
      }}
      onPointerDown={(event) => {
        const element = event.currentTarget;
        const settle = () => element.removeAttribute('style');
        if (movable)
          followPointer(event, {
            onMove: (dx, dy) => {
              element.style.cssText = `position:relative;z-index:3;pointer-events:none;opacity:.85;transform:translate(${dx}px,${dy}px)`;
            },
            onDrop: (_dx, _dy, over) => {
              settle();
              const to = over?.closest<HTMLElement>('[data-day]')?.dataset.day;
              if (to !== undefined) shift(daysBetween(day, to));
            },
            onCancel: settle,
          });
      }}
      onKeyDown={(event) => {
        const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
        if (!event.altKey || days === undefined || !movable) return;
        event.preventDefault();
        shift(daysBetween(day, addDays(day, days)));
      }}
    >
      <span className={classes.dot} style={{ background: `var(--mantine-color-${color}-5)` }} />
      {!entry.whole && <span className={classes.time}>{formatTime(entry.from, locale, timeZone)}</span>}
      <span className={classes.entryName}>{name}</span>
      {Boolean(entry.record.repeats) && (
        <IconRepeat size={11} aria-label={t('calendar.repeats')} className={classes.repeats} />
      )}
    </Link>
  );
}
