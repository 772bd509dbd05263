import type { Decision } from '#kernel/change.ts';
import type { Context } from './context.ts';
import { decisionFor } from './decision.ts';

/** For records that are decided together before any is written: what one of them has asked is known to all. */
export function sharedDecision(context: Context): Decision {
  const own = decisionFor(context);
  const known = new Map<string, Promise<unknown>>();
  const once = <Answer>(question: unknown, ask: () => Promise<Answer>): Promise<Answer> => {
    const key = JSON.stringify(question);
    const answer = known.get(key) ?? ask();
    known.set(key, answer);
    return answer as Promise<Answer>;
  };
  return {
    ...own,
    read: (object, id) => once([object, id], () => own.read(object, id)),
    list: (object, where, limit) => once([object, where, limit], () => own.list(object, where, limit)),
  };
}
