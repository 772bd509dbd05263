import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compose } from '#kernel/registry.ts';
import type { FieldDefinition } from '#kernel/run-time/field-definition.ts';
import type { ObjectDefinition } from '#kernel/run-time/object-definition.ts';
import { withDefinitions } from '#kernel/run-time/with-definitions.ts';
import { withObjects } from '#kernel/run-time/with-objects.ts';
import { modules, people } from '#main/modules.ts';
import { museum } from '#test/specimens/specimens.ts';

const base = compose([...modules, museum], people);

const nothing = {
  ...{ label: null, labelZh: null, labelEn: null, helpZh: null, helpEn: null, required: null },
  ...{
    requiredWhen: null,
    unique: null,
    searchable: null,
    sealed: null,
    personal: null,
    default: null,
    choices: null,
    target: null,
    acyclic: null,
  },
  ...{
    format: null,
    scale: null,
    maxLength: null,
    rollup: null,
    expression: null,
    section: null,
    position: null,
  },
};

function definition(name: string, values: Partial<FieldDefinition> = {}): FieldDefinition {
  return { ...nothing, id: name, object: 'specimen', type: 'text', name, ...values };
}

function objectNamed(name: string, values: Partial<ObjectDefinition> = {}): ObjectDefinition {
  return {
    ...{ id: name, name, label: null, labelZh: name, labelEn: null, pluralZh: null, pluralEn: null },
    ...{
      icon: null,
      naming: 'text',
      format: null,
      nameZh: null,
      nameEn: null,
      owned: true,
      regardable: true,
    },
    ...{ access: 'administrators', listed: true, group: null, position: null, ...values },
  };
}

describe('CUS-03 a registry with objects of a company', () => {
  it('is the declared one when none is added', () => {
    assert.equal(withObjects(base, []).registry, base);
  });

  it('shares every object but those that may be about any', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => objectNamed(`own${index}_c`));
    const { registry, faults } = withObjects(base, twenty);
    assert.equal(faults.size, 0);
    const anew = [...base.objects].filter(([name, object]) => registry.objects.get(name) !== object);
    for (const [name, object] of anew)
      assert.ok(
        [...object.fields.values()].some(({ type, listed }) => type === 'regarding' || listed !== undefined),
        name,
      );
    for (const name of ['account', 'contact', 'opportunity', 'specimen'])
      assert.equal(registry.objects.get(name), base.objects.get(name), name);
    const plain = withObjects(base, [objectNamed('own_c', { owned: false, regardable: false })]).registry;
    assert.equal(plain.objects.get('task'), base.objects.get('task'));
  });

  it('is pointed to by what may be about any record, and by fields of others', () => {
    const own = withObjects(base, [objectNamed('own_c')]).registry;
    const { registry, faults } = withDefinitions(own, [
      definition('cabinet_c', { object: 'own_c', type: 'reference', target: 'cabinet' }),
      definition('own_c', { type: 'reference', target: 'own_c' }),
    ]);
    assert.equal(faults.size, 0);
    const inverses = (name: string) =>
      registry.objects.get(name)?.inverses.map((one) => `${one.object}.${one.name}`) ?? [];
    assert.ok(inverses('cabinet').includes('own_c.cabinet_c'));
    for (const one of ['specimen.own_c', 'task.regarding', 'share.record'])
      assert.ok(inverses('own_c').includes(one), one);
  });

  it('leaves out what does not fit', () => {
    const { registry, faults } = withObjects(base, [
      objectNamed('bad'),
      objectNamed('own_c', { owned: false, access: 'own' }),
    ]);
    assert.equal(registry, base);
    assert.deepEqual([...faults.keys()], ['bad', 'own_c']);
  });
});

describe('CUS-03 a registry with what a company adds', () => {
  it('is the declared one when nothing is added', () => {
    assert.equal(withDefinitions(base, []).registry, base);
  });

  it('shares every object that nothing was added to, and every declared field of the others', () => {
    const { registry, faults } = withDefinitions(base, [definition('origin_c')]);
    assert.equal(faults.size, 0);
    for (const [name, object] of base.objects)
      assert.equal(registry.objects.get(name) === object, name !== 'specimen', name);
    for (const [name, field] of base.objects.get('specimen')?.fields ?? [])
      assert.equal(registry.objects.get('specimen')?.fields.get(name), field);
    assert.equal(registry.objects.get('specimen')?.fields.get('origin_c')?.added, true);
  });

  it('knows what points to an object from an added reference', () => {
    const values = { type: 'reference', target: 'cabinet' } as const;
    const { registry } = withDefinitions(base, [definition('store_c', values)]);
    const inverses = registry.objects.get('cabinet')?.inverses.map(({ object, name }) => `${object}.${name}`);
    assert.ok(inverses?.includes('specimen.store_c'));
  });

  it('rolls up added fields by added references, whatever the order in which they are told', () => {
    const rollup = { object: 'specimen', by: 'store_c', measure: 'sum', field: 'rent_c' } as const;
    const { registry, faults } = withDefinitions(base, [
      definition('rents_c', { object: 'cabinet', type: 'rollup', rollup }),
      definition('store_c', { type: 'reference', target: 'cabinet' }),
      definition('rent_c', { type: 'money' }),
    ]);
    assert.deepEqual([...faults], []);
    assert.equal(registry.objects.get('cabinet')?.fields.get('rents_c')?.result, 'money');
  });

  it('leaves out what does not fit any more and keeps the rest; a field outlives its condition', () => {
    const { registry, faults } = withDefinitions(base, [
      definition('store_c', { type: 'reference', target: 'nowhere' }),
      definition('reason_c', { requiredWhen: { gone_c: 'yes' }, required: false }),
      definition('fine_c'),
    ]);
    assert.deepEqual([...faults.keys()].sort(), ['reason_c', 'store_c']);
    const fields = registry.objects.get('specimen')?.fields;
    assert.deepEqual(
      ['store_c', 'reason_c', 'fine_c'].map((name) => fields?.has(name)),
      [false, true, true],
    );
    assert.equal(fields?.get('reason_c')?.requiredWhen, undefined);
  });
});
