import { Link } from '@tanstack/react-router';
import { type PointerEvent, useRef, useState } from 'react';
import type { Bar } from './bar.ts';
import { type BarPart, movedDays } from './moved-bar.ts';
import classes from './schedule.module.css';
import { daysIn, placeOf, type Span } from './span.ts';

interface ScheduleBarProps {
  readonly object: string;
  readonly bar: Bar;
  readonly label: string;
  readonly span: Span;
  readonly tint: string | undefined;
  readonly critical: boolean;
  /** Which parts of it can be moved. */
  readonly movable: readonly BarPart[];
  onMove(part: BarPart, days: number): void;
  /** What is done with the knob at its end, from which an arrow to another bar is drawn; undefined where none can be. */
  onDraw: ((event: PointerEvent<HTMLElement>) => void) | undefined;
}

/** The days of a record. It is moved, and drawn out at its ends, with the mouse; a click opens the record. */
export function ScheduleBar(props: ScheduleBarProps) {
  const { object, bar, label, span, tint, critical, movable, onMove, onDraw } = props;
  const [moving, setMoving] = useState<{ readonly part: BarPart; readonly days: number }>();
  const begun = useRef<{ readonly part: BarPart; readonly x: number; readonly day: number }>(undefined);
  const dragged = useRef(false);
  const { first, last, milestone } = bar;
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
  const edges = milestone ? [] : (['start', 'end'] as const).filter((part) => movable.includes(part));
  return (
    <>
      <Link
        data-hint={moving !== undefined ? undefined : label}
        to="/$object/$id"
        params={{ object, id: bar.id }}
        tabIndex={-1}
        aria-hidden
        draggable={false}
        className={milestone ? classes.milestone : classes.bar}
        data-bar={bar.id}
        data-tint={tint}
        data-critical={critical || undefined}
        data-movable={movable.includes('whole') || undefined}
        style={
          milestone
            ? { left: `${place.left + place.width / 2}%` }
            : { left: `${place.left}%`, width: `${place.width}%` }
        }
        onClick={(event) => dragged.current && event.preventDefault()}
        {...handlers('whole')}
      >
        {edges.map((part) => (
          <span key={part} className={classes.edge} data-side={part} {...handlers(part)} />
        ))}
      </Link>
      {onDraw && !moving && (
        <span
          className={classes.knob}
          style={{ left: `${place.left + place.width * (milestone ? 0.5 : 1)}%` }}
          data-milestone={milestone || undefined}
          aria-hidden
          onPointerDown={onDraw}
        />
      )}
    </>
  );
}
