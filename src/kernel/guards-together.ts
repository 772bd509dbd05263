import type { Completion, Guard, Write } from './guard.ts';
import type { ObjectName } from './object-name.ts';

/** Guards of one object as one: each is asked when a field of its own changes, and sees what those before it took. */
export function guardsTogether(guards: readonly Guard[]): Guard | undefined {
  const [first, ...others] = guards;
  if (first === undefined || others.length === 0) return first;
  const asked = ({ changed }: Write<ObjectName>) =>
    guards.filter(({ fields }) => fields.some((name) => changed.has(name)));
  return {
    object: first.object,
    fields: guards.flatMap(({ fields }) => fields),
    async complete(write, decision) {
      let taken: Completion = {};
      for (const guard of asked(write)) {
        const after = { ...write.after, ...taken } as typeof write.after;
        taken = { ...taken, ...(await guard.complete?.({ ...write, after }, decision)) };
      }
      return taken;
    },
    async check(write, decision) {
      const complaints = await Promise.all(asked(write).map((guard) => guard.check(write, decision)));
      return complaints.flat();
    },
  };
}
