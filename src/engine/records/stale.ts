import { type Complaint, Refusal } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import type { Context } from './context.ts';
import { same } from './decide.ts';
import { parseValues, type Values } from './record-values.ts';
import { shownValues } from './shown-values.ts';

/** Refuses a write made on an old reading, with the record as it is now and what differs. */
export async function refuseStale(
  context: Context,
  object: ObjectModel,
  current: Values,
  input: unknown,
  version: number,
): Promise<never> {
  const complaints: Complaint[] = [];
  const yours = parseValues(context, object, input, complaints, false);
  const conflicts = Object.entries(yours)
    .filter(([name, value]) => !same(value, current[name] ?? null))
    .map(([field]) => {
      const [shown, theirs] = [yours, current].map((values) => shownValues(context, object, values)[field]);
      return { field, yours: shown ?? null, theirs: theirs ?? null };
    });
  throw new Refusal(
    'conflict',
    [{ field: 'version', code: 'stale', parameters: { yours: version, current: Number(current.version) } }],
    { current: shownValues(context, object, current), conflicts },
  );
}
