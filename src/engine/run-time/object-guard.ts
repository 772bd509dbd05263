import type { Guard } from '#kernel/guard.ts';
import type { ObjectName } from '#kernel/object-name.ts';
import type { Complaint } from '#kernel/problem.ts';
import { wholeOf } from '#kernel/registry.ts';
import type { ObjectDefinition } from '#kernel/run-time/object-definition.ts';
import { objectFaults } from '#kernel/run-time/object-faults.ts';
import type { GuardedPlace } from './definition-guard.ts';
import { markedName, nameFromLabel } from './name-from-label.ts';
import { readObjects } from './read-definitions.ts';

/** The most objects that a company may add, those put away among them. */
export const mostObjects = 100;

/** Holds who writes down an object of the company's own to what there is. */
export function objectGuard({ database, base, schema, defining }: GuardedPlace): Guard {
  return {
    object: defining.qualified as ObjectName,
    fields: [...defining.fields.keys()],
    async complete({ before, after }) {
      const { name: given, labelZh, labelEn } = after as unknown as ObjectDefinition;
      const label = labelZh ?? labelEn;
      if (before !== undefined) return { label: label ?? given };
      const others = given === null ? await readObjects(database, base, schema) : [];
      const taken = (free: string) => others.some((other) => other.name === free);
      const name =
        given === null ? nameFromLabel(labelEn ?? labelZh ?? '', taken, 'object') : markedName(given);
      return { name, label: label ?? name };
    },
    async check({ before, after }) {
      const definition = { ...(after as unknown as ObjectDefinition), id: 'this' };
      const complaints: Complaint[] = [...objectFaults(definition)];
      const { group, name } = definition;
      if (group !== null && !wholeOf(base).modules.some((module) => module.name === group))
        complaints.push({ field: 'group', code: 'noSuchModule' });
      if (before !== undefined) return complaints;
      const all = await readObjects(database, base, schema);
      const same = all.find((other) => other.name === name);
      if (same !== undefined)
        complaints.push({ field: 'name', code: same.deletedAt === null ? 'notUnique' : 'nameIsPutAway' });
      if (all.length >= mostObjects)
        complaints.push({ field: 'name', code: 'tooMany', parameters: { most: mostObjects } });
      return complaints;
    },
  };
}
