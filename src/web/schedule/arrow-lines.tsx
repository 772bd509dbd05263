import { useElementSize } from '@mantine/hooks';
import type { Arrow } from './arrows.ts';
import type { Bar } from './bar.ts';
import classes from './schedule.module.css';
import { placeOf, type Span } from './span.ts';

interface ArrowLinesProps {
  readonly arrows: readonly Arrow[];
  /** In which row a bar is. */
  readonly rows: ReadonlyMap<string, number>;
  /** The first and the last row that are drawn. */
  readonly drawn: readonly [number, number];
  readonly height: number;
  readonly span: Span;
  readonly critical: ReadonlySet<string>;
  /** The arrow that is being drawn, from a place to another. */
  readonly drawing: readonly [Point, Point] | undefined;
  onChoose(arrow: Arrow): void;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The way around bars and half of a diamond. */
const around = 9;

/** Arrows from the end of a bar to the beginning of what comes after it; only those that cross the rows in sight. */
export function ArrowLines(props: ArrowLinesProps) {
  const { arrows, rows, drawn, height, span, critical, drawing, onChoose } = props;
  const { ref, width } = useElementSize();
  const [top, bottom] = drawn;
  const lines = arrows.flatMap((arrow) => {
    const [from, to] = [rows.get(arrow.before.id) ?? 0, rows.get(arrow.after.id) ?? 0];
    if (Math.max(from, to) < top || Math.min(from, to) > bottom) return [];
    const [begin, end] = [xOf(arrow.before, 'end', span, width), xOf(arrow.after, 'start', span, width)];
    if (begin === undefined || end === undefined) return [];
    const way = wayOf({ x: begin, y: (from + 0.5) * height }, { x: end, y: (to + 0.5) * height }, height);
    return [{ arrow, way, key: `${arrow.before.id} ${arrow.after.id}` }];
  });
  return (
    <div ref={ref} className={classes.arrows} style={{ height: rows.size * height }} aria-hidden>
      <svg width={width} height={rows.size * height} role="presentation">
        <defs>
          {['plain', 'broken'].map((kind) => (
            <marker
              key={kind}
              id={`arrow-${kind}`}
              className={classes.tip}
              data-broken={kind === 'broken' || undefined}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerUnits="userSpaceOnUse"
              markerWidth="8"
              markerHeight="8"
              orient="auto"
            >
              <path d="M0 0 L8 4 L0 8 z" />
            </marker>
          ))}
        </defs>
        {lines.map(({ arrow, way, key }) => (
          <g
            key={key}
            className={classes.arrow}
            data-arrow
            data-broken={arrow.broken || undefined}
            data-critical={(critical.has(arrow.before.id) && critical.has(arrow.after.id)) || undefined}
          >
            <path
              className={classes.line}
              d={way}
              markerEnd={`url(#arrow-${arrow.broken ? 'broken' : 'plain'})`}
            />
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the button of the row does the same by keys */}
            <path d={way} className={classes.reach} onClick={() => onChoose(arrow)} />
          </g>
        ))}
        {drawing && (
          <path
            className={classes.drawing}
            d={`M${drawing[0].x} ${drawing[0].y} L${drawing[1].x} ${drawing[1].y}`}
            markerEnd="url(#arrow-plain)"
          />
        )}
      </svg>
    </div>
  );
}

function xOf(bar: Bar, side: 'start' | 'end', span: Span, width: number): number | undefined {
  const place = placeOf(span, bar.first, bar.last);
  if (!place) return undefined;
  if (bar.milestone)
    return ((place.left + place.width / 2) * width) / 100 + (side === 'end' ? around : -around);
  return ((place.left + (side === 'end' ? place.width : 0)) * width) / 100;
}

/** Right and then up or down; around by way of the line between two rows where there is no room to the right. */
function wayOf(from: Point, to: Point, height: number): string {
  const out = from.x + around;
  if (to.x - around >= out) return `M${from.x} ${from.y} H${out} V${to.y} H${to.x}`;
  const between = to.y + (to.y > from.y ? -height / 2 : height / 2);
  return `M${from.x} ${from.y} H${out} V${between} H${to.x - around} V${to.y} H${to.x}`;
}
