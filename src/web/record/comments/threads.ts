import { asTarget } from '#web/fields/reference/target.ts';
import type { TimelineEntry } from '../timeline/timeline-entry.ts';

/** Comments with their answers, oldest first, by the id of what they answer. */
export type Answers = ReadonlyMap<string, readonly TimelineEntry[]>;

/**
 * Puts answers under what they answer. An answer is younger, so it is there already when a page of the timeline brings
 * the comment; until then it stands alone.
 */
export function threaded(entries: readonly TimelineEntry[], comment: string | undefined) {
  const said = entries.filter(
    ({ object, kind, activity }) => object === comment && kind === 'created' && activity,
  );
  const begun = new Set(said.map(({ record }) => record.id));
  const threadOf = ({ activity }: TimelineEntry) => asTarget('', activity?.thread)?.id ?? '';
  const under = said.filter((entry) => begun.has(threadOf(entry)));
  const nested = new Set(under.map(({ id }) => id));
  return {
    entries: entries.filter(({ id }) => !nested.has(id)),
    answers: Map.groupBy(under.toReversed(), threadOf) as Answers,
  };
}
