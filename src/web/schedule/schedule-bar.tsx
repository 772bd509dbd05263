import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type PointerEvent, useRef, useState } from 'react';
import { type BarPart, movedDays } from './moved-bar.ts';
import classes from './schedule.module.css';
import { daysIn, placeOf, type Span } from './span.ts';

interface ScheduleBarProps {
  readonly object: string;
  readonly id: string;
  readonly label: string;
  readonly first: string;
  readonly last: string;
  readonly span: Span;
  readonly tint: string | undefined;
  /** Which parts of it can be moved. */
  readonly movable: readonly BarPart[];
  onMove(part: BarPart, days: number): void;
}

/** The days of a record. It is moved, and drawn out at its ends, with the mouse; a click opens the record. */
export function ScheduleBar(props: ScheduleBarProps) {
  const { object, id, label, first, last, span, tint, movable, onMove } = props;
  const [moving, setMoving] = useState<{ readonly part: BarPart; readonly days: number }>();
  const begun = useRef<{ readonly part: BarPart; readonly x: number; readonly day: number }>(undefined);
  const dragged = useRef(false);
  const [from, until] = moving ? movedDays(first, last, moving.part, moving.days) : [first, last];
  const place = placeOf(span, from, until);
  if (!place) return null;

  const begin = (part: BarPart) => (event: PointerEvent<HTMLElement>) => {
    const lane = event.currentTarget.closest<HTMLElement>('[data-lane]');
    // Fingers scroll.
    if (!lane || event.button !== 0 || event.pointerType !== 'mouse' || !movable.includes(part)) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    begun.current = { part, x: event.clientX, day: lane.clientWidth / daysIn(span) };
    dragged.current = false;
  };
  const drag = (event: PointerEvent) => {
    const { part, x, day } = begun.current ?? {};
    if (part === undefined || x === undefined || day === undefined) return;
    const days = Math.round((event.clientX - x) / day);
    if (days !== 0) dragged.current = true;
    setMoving({ part, days });
  };
  const end = () => {
    begun.current = undefined;
    setMoving(undefined);
    if (moving && moving.days !== 0) onMove(moving.part, moving.days);
  };
  const cancel = () => {
    begun.current = undefined;
    setMoving(undefined);
  };
  const handlers = (part: BarPart) => ({
    onPointerDown: begin(part),
    onPointerMove: drag,
    onPointerUp: end,
    onPointerCancel: cancel,
  });
  return (
    <Tooltip label={label} disabled={moving !== undefined}>
      <Link
        to="/$object/$id"
        params={{ object, id }}
        tabIndex={-1}
        aria-hidden
        draggable={false}
        className={classes.bar}
        data-tint={tint}
        data-movable={movable.includes('whole') || undefined}
        style={{ left: `${place.left}%`, width: `${place.width}%` }}
        onClick={(event) => dragged.current && event.preventDefault()}
        {...handlers('whole')}
      >
        {movable.includes('start') && (
          <span className={classes.edge} data-side="start" {...handlers('start')} />
        )}
        {movable.includes('end') && <span className={classes.edge} data-side="end" {...handlers('end')} />}
      </Link>
    </Tooltip>
  );
}
