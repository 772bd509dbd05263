import { asSystem, type Change, updateEverywhere } from '#kernel/change.ts';
import { Refusal } from '#kernel/problem.ts';
import { ownable } from '#kernel/traits/ownable.ts';

/** Moves all that one colleague owns to another. */
export function everythingOf(leaving: string, to: string): Change {
  if (to === leaving) throw new Refusal('invalid', [{ field: 'to', code: 'notUnique' }]);
  const reason = 'A handover moves what the colleague owned, whoever may see it.';
  return asSystem(reason, updateEverywhere(ownable, { owner: leaving }, { owner: to }));
}
