/** Something that takes time: when it is planned to begin and to be over, on one scale, and what it comes after. */
export interface PlannedWork {
  readonly id: string;
  readonly from: number;
  readonly until: number;
  readonly after: readonly string[];
}

/** What the critical path method says of a plan. */
export interface Plan {
  /** When all of it is over, if nothing begins before what it comes after. */
  readonly end: number;
  /** By how much each may begin later without the end moving; nothing of it on the critical path. */
  readonly slack: ReadonlyMap<string, number>;
}

/**
 * The critical path method (J. E. Kelley and M. R. Walker, Critical-Path Planning and Scheduling, 1959): a pass forward
 * finds the earliest times, one backward the latest at which the end stays where it is; what lies between the two is slack.
 * Nothing begins earlier than it is planned to. What leads in a circle or to work that is not given binds nothing.
 */
export function criticalPath(works: readonly PlannedWork[]): Plan {
  const order = inOrder(works);
  const earliest = new Map<string, number>();
  const latest = new Map<string, number>();
  for (const { work, after } of order) {
    const free = after.map(({ id, from, until }) => (earliest.get(id) ?? from) + until - from);
    earliest.set(
      work.id,
      free.reduce((one, other) => Math.max(one, other), work.from),
    );
  }
  const over = ({ id, from, until }: PlannedWork) => (earliest.get(id) ?? from) + until - from;
  const end = works.reduce((last, work) => Math.max(last, over(work)), Number.NEGATIVE_INFINITY);
  const slack = new Map<string, number>();
  for (const { work, after } of order.toReversed()) {
    const begin = (latest.get(work.id) ?? end) - (work.until - work.from);
    slack.set(work.id, begin - (earliest.get(work.id) ?? work.from));
    for (const { id } of after) latest.set(id, Math.min(latest.get(id) ?? end, begin));
  }
  return { end, slack };
}

interface Ordered<Work> {
  readonly work: Work;
  /** What it comes after, which stands before it. */
  readonly after: readonly Work[];
}

/** Each after all that it comes after. */
export function inOrder<Work extends Pick<PlannedWork, 'id' | 'after'>>(
  works: readonly Work[],
): readonly Ordered<Work>[] {
  const byId = new Map(works.map((work) => [work.id, work]));
  const before = (work: Work) => [...new Set(work.after)].flatMap((id) => byId.get(id) ?? []);
  const ordered: Ordered<Work>[] = [];
  const state = new Map<Work, 'open' | 'done'>();
  for (const root of works) {
    // A stack of its own: a chain may be longer than calls may be nested.
    const way = [{ work: root, left: before(root), after: [] as Work[] }];
    if (state.has(root)) continue;
    state.set(root, 'open');
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const next = step.left.pop();
      if (next === undefined) {
        way.pop();
        state.set(step.work, 'done');
        ordered.push({ work: step.work, after: step.after });
      } else if (state.get(next) === 'done') step.after.push(next);
      else if (state.get(next) === undefined) {
        step.after.push(next);
        state.set(next, 'open');
        way.push({ work: next, left: before(next), after: [] });
      }
    }
  }
  return ordered;
}
