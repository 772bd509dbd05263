import type { GridRow } from '../grid.ts';
import { commonOption, type Drawing, type Subject } from './drawing.ts';

/** The background by which the map is known to ECharts: whoever draws it registers the outlines of the land. */
export const landMap = 'land';

/** So many of the largest are named. */
const mostNames = 15;

/** Radius of the largest circle. */
const largest = 20;

/** A circle for each place, its area as large as its number. */
export function drawPointMap(subject: Subject): Drawing {
  const { rows, labels, look, number, text } = subject;
  const placed = rows.flatMap((row, place) => {
    const point = pointOf(subject, row);
    return point === undefined || number(row.total) <= 0
      ? []
      : [{ row, point, name: labels[place] ?? '', value: number(row.total) }];
  });
  const byNumber = placed.toSorted((one, other) => other.value - one.value);
  const most = byNumber[0]?.value ?? 1;
  const { legend: _, ...common } = commonOption(subject);
  return {
    option: {
      ...common,
      geo: {
        ...{ map: landMap, roam: false, silent: true, left: 8, right: 8, top: 8, bottom: 8 },
        preserveAspect: 'contain',
        itemStyle: { areaColor: look.land, borderColor: look.line, borderWidth: 0.7 },
        boundingCoords: boundsOf(mostOf(byNumber).map(({ point }) => point)),
      },
      series: [
        {
          ...{ type: 'scatter', coordinateSystem: 'geo', symbol: 'circle' },
          itemStyle: { color: look.series[0], opacity: 0.78, borderColor: look.surface, borderWidth: 1 },
          tooltip: { formatter: ({ name, value }: Point) => `${name}  ${text(value[2])}` },
          labelLayout: { hideOverlap: true },
          data: byNumber.map(({ name, point, value }, place) => ({
            ...{
              name,
              value: [...point, value],
              symbolSize: Math.max(6, 2 * largest * Math.sqrt(value / most)),
            },
            label: {
              ...{ show: place < mostNames, position: 'right', color: look.ink },
              ...{ textBorderColor: look.surface, textBorderWidth: 2 },
              formatter: `${name} ${text(value)}`,
            },
          })),
        },
      ],
    },
    groupsAt: (_, place) => byNumber[place]?.row.groups ?? [],
  };
}

interface Point {
  readonly name: string;
  readonly value: readonly number[];
}

function pointOf({ grid }: Subject, { groups }: GridRow): readonly [number, number] | undefined {
  const place = grid.places?.[String(groups[0]?.value)];
  return place && [place.longitude, place.latitude];
}

interface Placed {
  readonly point: readonly [number, number];
  readonly value: number;
}

/** Those that are nearest to the largest, four fifths of the whole, so that one abroad does not make all others small. */
function mostOf(placed: readonly Placed[]): readonly Placed[] {
  const [x, y] = placed[0]?.point ?? [0, 0];
  const apart = ({ point }: Placed) => Math.hypot(point[0] - x, point[1] - y);
  let wanted = 0.8 * placed.reduce((sum, { value }) => sum + value, 0);
  return placed
    .toSorted((one, other) => apart(one) - apart(other))
    .filter(({ value }) => {
      const still = wanted > 0;
      wanted -= value;
      return still;
    });
}

/** The north-west and the south-east of all points, with room around them. */
function boundsOf(points: readonly (readonly [number, number])[]) {
  const along = points.map(([x]) => x);
  const up = points.map(([, y]) => y);
  const room = (from: number, to: number) => Math.max(4, (to - from) * 0.12);
  const [west, east, south, north] =
    points.length === 0
      ? [73, 135, 18, 54]
      : [Math.min(...along), Math.max(...along), Math.min(...up), Math.max(...up)];
  const [wide, high] = [room(west, east), room(south, north)];
  return [
    [Math.max(-180, west - wide), Math.min(84, north + high)],
    [Math.min(180, east + wide), Math.max(-60, south - high)],
  ];
}
