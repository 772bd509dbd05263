import type { RollupOptions } from '#kernel/field/field.ts';
import type { Guard } from '#kernel/guard.ts';
import type { ObjectName } from '#kernel/object-name.ts';
import type { Complaint } from '#kernel/problem.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { defaultFaults } from '#kernel/run-time/default-faults.ts';
import type { FieldDefinition } from '#kernel/run-time/field-definition.ts';
import { type Defined, withDefinitions } from '#kernel/run-time/with-definitions.ts';
import type { Database } from '../database/database.ts';
import { againstValues } from './against-values.ts';
import { markedName, nameFromLabel } from './name-from-label.ts';
import { readDefinitions, type StoredDefinition } from './read-definitions.ts';
import { readTypes } from './read-types.ts';
import { withOwnObjects } from './with-own-objects.ts';

type Faults = Defined['faults'];
type Rolled = Partial<RollupOptions>;

export interface GuardedPlace {
  readonly database: Database;
  readonly base: Registry;
  readonly schema: string;
  /** The object whose records are definitions. */
  readonly defining: ObjectModel;
}

/** The most fields that a company may add to one object: a row stays one page of the database, a page one of a browser. */
export const mostAdded = 200;

/** Holds who writes a definition to the other definitions of the company and to the values that there are. */
export function definitionGuard(place: GuardedPlace): Guard {
  const { database, base, schema, defining } = place;
  return {
    object: defining.qualified as ObjectName,
    fields: [...defining.fields.keys()],
    async complete({ before, after }) {
      const { object, name: given, labelZh, labelEn } = after as unknown as FieldDefinition;
      const label = labelZh ?? labelEn;
      if (before !== undefined) return { label: label ?? given };
      const others = given === null ? await readDefinitions(database, base, schema) : [];
      const taken = (free: string) => others.some((other) => other.object === object && other.name === free);
      const name = given === null ? nameFromLabel(labelEn ?? labelZh ?? '', taken) : markedName(given);
      return { name, label: label ?? name };
    },
    async check({ before, after }) {
      const definition = { ...(after as unknown as FieldDefinition), id: 'this' };
      const all = await readDefinitions(database, base, schema);
      const isThis = (other: StoredDefinition) =>
        other.object === definition.object && other.name === definition.name;
      const others = all.filter((other) => other.deletedAt === null && !isThis(other));
      const complaints: Complaint[] = [...refusedFor(definition, before === undefined, all)];
      const types = await readTypes(database, base, schema);
      const declared = await withOwnObjects(database, base, schema);
      const { registry, faults } = withDefinitions(declared, [...others, definition], types);
      complaints.push(...(faults.get(definition.id) ?? []));
      const field = registry.objects.get(definition.object ?? '')?.fields.get(definition.name ?? '');
      if (complaints.length > 0 || field === undefined) return complaints;
      complaints.push(
        ...defaultFaults(field, { currency: 'CNY', currencies: Intl.supportedValuesOf('currency') }),
      );
      if (before !== undefined) {
        const former = { ...(before as unknown as FieldDefinition), id: 'this' };
        const held = withDefinitions(declared, [...others, former], types).faults;
        complaints.push(
          ...measuredOtherwise(former, definition),
          ...brokenOthers(definition, others, held, faults),
          ...(await againstValues(place, former, definition, field)),
        );
      }
      return complaints;
    },
  };
}

/** What a roll-up is made of stays; which of the records count may change, since it is computed whenever it is read. */
function measuredOtherwise(before: FieldDefinition, after: FieldDefinition): readonly Complaint[] {
  const [was, is] = [before, after].map(({ rollup }) => ({ measure: 'count', ...(rollup as Rolled | null) }));
  const moved = (['object', 'by', 'measure', 'field'] as const).find((part) => was?.[part] !== is?.[part]);
  return moved === undefined ? [] : [{ field: `rollup.${moved}`, code: 'readOnly' }];
}

/** Fields that would no longer work with the changed definition, though they did before. */
function brokenOthers(
  { type }: FieldDefinition,
  others: readonly StoredDefinition[],
  before: Faults,
  after: Faults,
): readonly Complaint[] {
  const broken = others.filter(({ id }) => after.has(id) && !before.has(id));
  if (broken.length === 0) return [];
  const names = broken.map(({ label, name }) => label ?? name).join(', ');
  const field = type === 'formula' ? 'expression' : 'choices';
  return [{ field, code: 'breaksOthers', parameters: { names } }];
}

function refusedFor(
  { object, name }: FieldDefinition,
  isNew: boolean,
  all: readonly StoredDefinition[],
): readonly Complaint[] {
  const own = all.filter((other) => other.object === object);
  const same = own.find((other) => other.name === name);
  return [
    ...(isNew && same !== undefined
      ? [{ field: 'name', code: same.deletedAt === null ? 'notUnique' : 'nameIsPutAway' }]
      : []),
    ...(isNew && own.length >= mostAdded
      ? [{ field: 'object', code: 'tooMany', parameters: { most: mostAdded } }]
      : []),
  ];
}
