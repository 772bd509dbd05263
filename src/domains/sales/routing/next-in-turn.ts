/** Somebody who could take a lead. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly open: number;
  readonly absent: boolean;
}

/** Whether somebody is there and has room for one more. */
export function isFree({ absent, open }: Candidate, capacity: number | null): boolean {
  return !absent && (capacity === null || open < capacity);
}

/** The first one free after whoever had the last turn; those who are away or full are passed over. */
export function nextInTurn(
  circle: readonly Candidate[],
  last: string | null,
  capacity: number | null,
): Candidate | undefined {
  const at = circle.findIndex(({ id }) => id === last);
  return [...circle.slice(at + 1), ...circle.slice(0, at + 1)].find((one) => isFree(one, capacity));
}

/** Whoever is free and has the fewest open leads; among equals, whose turn it is. */
export function leastLoaded(
  circle: readonly Candidate[],
  last: string | null,
  capacity: number | null,
): Candidate | undefined {
  const free = circle.filter((one) => isFree(one, capacity));
  const fewest = Math.min(...free.map(({ open }) => open));
  const first = nextInTurn(
    circle.filter((one) => !free.includes(one) || one.open === fewest),
    last,
    capacity,
  );
  return first;
}

/** How the people stood when it was decided: `✓ 张伟 3/10 · ⏸ 李薇 · ■ 王强 10/10`. */
export function standing(
  circle: readonly Candidate[],
  chosen: string | undefined,
  capacity: number | null,
): string {
  return circle
    .map((one) => {
      const load = capacity === null ? `${one.open}` : `${one.open}/${capacity}`;
      if (one.absent) return `⏸ ${one.name}`;
      if (!isFree(one, capacity)) return `■ ${one.name} ${load}`;
      return `${one.id === chosen ? '✓ ' : ''}${one.name} ${load}`;
    })
    .join(' · ')
    .slice(0, 255);
}
