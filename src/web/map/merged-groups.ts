import type { Window } from '#kernel/expression/position.ts';
import type { MapGroup } from './map-answer.ts';

/** Pixels within which circles would cover each other. */
const near = 38;

/**
 * Groups that do not cover each other: the server puts together what lies in one cell of a grid, and what lies on both
 * sides of a line between cells is put together here, with the larger.
 */
export function mergedGroups(groups: readonly MapGroup[], zoom: number): readonly MapGroup[] {
  const merged: { group: MapGroup; x: number; y: number }[] = [];
  for (const group of groups.toSorted((one, other) => other.count - one.count)) {
    const [x, y] = pixels(group, zoom);
    const neighbour = merged.find((each) => Math.hypot(each.x - x, each.y - y) < near);
    if (neighbour === undefined) merged.push({ group, x, y });
    else neighbour.group = together(neighbour.group, group);
  }
  return merged.map(({ group }) => group);
}

function pixels({ latitude, longitude }: MapGroup, zoom: number): readonly [number, number] {
  const scale = (256 * 2 ** zoom) / 360;
  const up = Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, latitude)) * Math.PI) / 360));
  return [longitude * scale, ((up * 180) / Math.PI) * scale];
}

function together(one: MapGroup, other: MapGroup): MapGroup {
  const count = one.count + other.count;
  const middle = (of: (group: MapGroup) => number) => (of(one) * one.count + of(other) * other.count) / count;
  const [a, b] = [windowOf(one), windowOf(other)];
  const exactness = one.exactness ?? other.exactness;
  return {
    count,
    latitude: middle(({ latitude }) => latitude),
    longitude: middle(({ longitude }) => longitude),
    ...(exactness && { exactness }),
    window: [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])],
  };
}

function windowOf({ window, latitude, longitude }: MapGroup): Window {
  return window ?? [longitude, latitude, longitude, latitude];
}
