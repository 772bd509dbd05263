/** Something from one minute of a day to another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where something stands beside others of its time: in which of how many lanes. */
export interface Lane {
  readonly lane: number;
  readonly lanes: number;
}

/** Puts what happens at the same time beside each other, in as few lanes as it needs. */
export function lanesOf(spans: readonly Span[]): readonly Lane[] {
  const order = spans.map((_, index) => index).sort((one, other) => compare(spans, one, other));
  const lanes: number[] = spans.map(() => 0);
  const widths: number[] = spans.map(() => 1);
  let group: number[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const index of group) widths[index] = ends.length;
    [group, ends] = [[], []];
  };
  for (const index of order) {
    const { from, to } = spans[index] ?? { from: 0, to: 0 };
    if (ends.every((end) => end <= from)) close();
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = Math.max(to, from + shortest);
    lanes[index] = lane;
    group.push(index);
  }
  close();
  return spans.map((_, index) => ({ lane: lanes[index] ?? 0, lanes: widths[index] ?? 1 }));
}

/** What takes no time is drawn as long as this, so that it can be read. */
export const shortest = 30;

function compare(spans: readonly Span[], one: number, other: number): number {
  const [a, b] = [spans[one], spans[other]];
  if (a === undefined || b === undefined) return 0;
  return a.from - b.from || b.to - a.to;
}
