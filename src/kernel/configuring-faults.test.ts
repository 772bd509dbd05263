import assert from 'node:assert/strict';
import { it } from 'node:test';
import { reference } from './field/reference/reference.ts';
import { text } from './field/text/text.ts';
import { user } from './field/user/user.ts';
import { defineModule } from './module.ts';
import { defineObject, type ObjectOptions } from './object.ts';
import type { ObjectName } from './object-name.ts';
import { compose } from './registry.ts';

const crewName = 'harbour.crew' as ObjectName;
const own = {
  name: text({ unique: true }),
  captain: user(),
  crew: reference(crewName),
};

/** A berth that configures the harbour, beside crews that are named by one field, by two, or not at all. */
function harbour(
  unique: ObjectOptions<string, typeof own, []>['unique'],
  crewUnique: readonly string[] = [],
) {
  const berth = defineObject({
    ...{ name: 'harbour.berth', icon: 'anchor', configures: true },
    ...{ fields: unique ? { ...own, name: text() } : own, ...(unique && { unique }) },
  });
  const crew = defineObject({
    ...{ name: 'harbour.crew', icon: 'users', configures: crewUnique.length > 0 },
    fields: { name: text(), shift: text() },
    ...(crewUnique.length > 0 && { unique: [crewUnique as never] }),
  });
  const rest = { depends: [], roles: [], navigation: [], locales: { en: {}, 'zh-CN': {} } };
  const module = defineModule({ name: 'harbour', ...rest, objects: [{ object: berth }, { object: crew }] });
  return () => compose([module], crewName);
}

it('ADM-05 what configures is named by its unique field or set', () => {
  assert.doesNotThrow(harbour(undefined));
  assert.doesNotThrow(harbour([['name', 'crew']], ['name']));
  assert.throws(harbour([]), /harbour\.berth: it configures, and nothing names its records/);
});

it('ADM-05 what configures is not named by a person, or by a record that another company does not know', () => {
  assert.throws(harbour([['name', 'captain']]), /captain, by which its records are named, cannot be told/);
  assert.throws(harbour([['name', 'crew']]), /crew, by which its records are named, cannot be told/);
});

it('ADM-05 what configures refers to what one field names', () => {
  assert.throws(harbour(undefined, ['name', 'shift']), /what crew refers to is not named by one field/);
});
