import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { address } from '../field/address/address.ts';
import { choice } from '../field/choice/choice.ts';
import { dateTime } from '../field/date-time/date-time.ts';
import { longText } from '../field/long-text/long-text.ts';
import { reference } from '../field/reference/reference.ts';
import { text } from '../field/text/text.ts';
import { user } from '../field/user/user.ts';
import { defineModule } from '../module.ts';
import { withNamesOfNow } from '../names-inside.ts';
import { defineObject } from '../object.ts';
import { compose } from '../registry.ts';
import type { AutomationDefinition } from './automation-definition.ts';
import { automationFaults } from './automation-faults.ts';
import { withAutomations } from './with-automations.ts';

const keeper = defineObject({
  name: 'staff.keeper',
  icon: 'user',
  fields: { name: text({ required: true }) },
});
const bed = defineObject({
  name: 'orchard.bed',
  icon: 'plant',
  fields: { title: text({ required: true, formerly: ['name'] }), keeper: user() },
  nameField: 'title',
});
const tree = defineObject({
  name: 'orchard.tree',
  icon: 'leaf',
  fields: {
    name: text({ required: true }),
    bed: reference('orchard.bed'),
    state: choice({ young: 'grey', grown: 'green' }, { default: 'young' }),
    key: text({ sealed: true }),
    told: longText(),
    waterAt: dateTime(),
    place: address(),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'staff.keeper': typeof keeper;
    'orchard.bed': typeof bed;
    'orchard.tree': typeof tree;
  }
}

const none = { depends: [], roles: [], navigation: [], locales: { en: {}, 'zh-CN': {} } };
const registry = compose(
  [
    defineModule({ name: 'staff', ...none, objects: [{ object: keeper }] }),
    defineModule({ name: 'orchard', ...none, objects: [{ object: bed }, { object: tree }] }),
  ],
  'staff.keeper',
);
const drawn = (values: Partial<AutomationDefinition>): AutomationDefinition => ({
  ...{ id: 'one', name: 'One', object: 'tree', trigger: { on: 'created' }, where: null, active: true },
  ...{ steps: [{ key: 'a', do: 'wait', seconds: 60 }] },
  ...values,
});
const model = registry.objects.get('tree');
const faultsOf = (...steps: readonly object[]) =>
  automationFaults(
    registry,
    model as NonNullable<typeof model>,
    drawn({ steps: steps.map((step, at) => ({ key: `s${at}`, ...step })) }),
  ).map(({ field, code }) => `${field} ${code}`);
const filling = (values: object) => faultsOf({ do: 'update', values });

describe('WFL-01 an automation that a company draws', () => {
  it('joins those that are declared; one that rests is known by its name alone', () => {
    const { registry: company, faults } = withAutomations(registry, [
      drawn({}),
      drawn({ id: 'two', active: false }),
      drawn({ id: 'three', where: { nothing: 1 } as never }),
      drawn({ id: 'four', object: 'nothing' }),
      drawn({ id: 'five', deletedAt: '2026-01-01' }),
    ]);
    const working = company.automations.filter(({ label }) => label !== undefined);
    assert.deepEqual(
      working.map(({ name, object }) => [name, object]),
      [['custom.one', 'orchard.tree']],
    );
    assert.deepEqual([...faults.keys()], ['three', 'four']);
    assert.deepEqual(
      [...(company.drawn ?? [])].filter(([, { active }]) => active).map(([name]) => name),
      ['custom.one', 'custom.three', 'custom.four'],
    );
  });

  it('fills fields with what they take: fixed, from the record, counted from then, or in a text', () => {
    assert.deepEqual(filling({ name: '$$5 a day', told: '$text:{name} in {bed}', waterAt: '$now+3' }), []);
    assert.deepEqual(filling({ told: '$record.bed.title', name: '$record.state' }), []);
    assert.deepEqual(filling({ state: 'old' }), ['steps.0.values.state notAChoice']);
    assert.deepEqual(filling({ waterAt: '$today' }), ['steps.0.values.waterAt valueDoesNotFit']);
    assert.deepEqual(filling({ waterAt: '$record.name' }), ['steps.0.values.waterAt valueDoesNotFit']);
    assert.deepEqual(filling({ bed: '$record' }), ['steps.0.values.bed valueDoesNotFit']);
    assert.deepEqual(filling({ name: '$record.nothing' }), ['steps.0.values.name noSuchPath']);
  });

  it('takes what stands inside a value as it is written', () => {
    const steps = [{ key: 'a', do: 'update', values: { place: { city: '$record.key', street: '苗圃路' } } }];
    const { automations } = withAutomations(registry, [drawn({ steps })]).registry;
    assert.deepEqual(automations.at(-1)?.steps, [
      { key: 'a', do: 'update', values: { place: { city: '$$record.key', street: '苗圃路' } } },
    ]);
  });

  it('shows nobody what is sealed, and writes neither that nor people', () => {
    assert.deepEqual(filling({ name: '$text:{key}' }), ['steps.0.values.name pathIsSealed']);
    assert.deepEqual(filling({ told: '$record.key' }), ['steps.0.values.told pathIsSealed']);
    assert.deepEqual(filling({ key: 'x' }), ['steps.0.values.key notFilledBySteps']);
    assert.deepEqual(faultsOf({ do: 'create', object: 'keeper', values: { name: 'x' } }), [
      'steps.0.object notOpenToSteps',
    ]);
    assert.deepEqual(faultsOf({ do: 'notify', to: ['$record.bed.keeper'], says: '{bed.title}' }), []);
    assert.deepEqual(faultsOf({ do: 'notify', to: ['$record.bed'], says: ' ' }), [
      'steps.0.to notAPerson',
      'steps.0.says required',
    ]);
  });

  it('goes one of two ways, and what is wrong within is told at its place, however it is written', () => {
    const wait = { key: 'w', do: 'wait', seconds: 60 };
    const branch = (values: object) => ({
      do: 'branch',
      where: { state: 'grown' },
      steps: [wait],
      ...values,
    });
    const wrong = { key: 'x', do: 'update', values: { state: 'old' } };
    assert.deepEqual(faultsOf(branch({})), []);
    assert.deepEqual(faultsOf(branch({ otherwise: [wrong] })), [
      'steps.0.otherwise.0.values.state notAChoice',
    ]);
    assert.deepEqual(faultsOf(branch({ where: null, steps: [] })), [
      'steps.0.where required',
      'steps.0.steps required',
    ]);
    assert.deepEqual(faultsOf(branch({ where: { nothing: 1 } })), ['steps.0.where unknownField']);
    assert.deepEqual(faultsOf(branch({ where: 'x' })), ['steps.0.where notSteps']);
    assert.deepEqual(faultsOf(branch({ steps: 'x' })), ['steps.0.steps notSteps']);
    assert.deepEqual(faultsOf(branch({ otherwise: [wait] })), ['steps.0.otherwise.0.key notUnique']);
    const within = (times: number): object =>
      times === 0 ? wait : { key: `b${times}`, ...branch({ steps: [within(times - 1)] }) };
    assert.deepEqual(faultsOf(within(3)), []);
    assert.deepEqual(faultsOf(within(30)), ['steps.0.steps.0.steps.0.steps.0.do tooManyWithin']);
    const many = Array.from({ length: 20 }, (_, at) => ({ ...wait, key: `m${at}` }));
    const others = many.map((step) => ({ ...step, key: `o${step.key}` }));
    assert.deepEqual(faultsOf(branch({ steps: many, otherwise: others })), ['steps tooMany']);
  });

  it('follows when a field is called otherwise, in what it takes as in what it fills in', () => {
    const steps = [
      { key: 'a', do: 'update', through: 'bed', values: { told: '$text:{bed.name}' } },
      { key: 'b', do: 'create', object: 'bed', values: { name: '$record.bed.name' } },
      {
        ...{ key: 'c', do: 'branch', where: { and: [{ 'bed.name': 'East' }] } },
        steps: [{ key: 'd', do: 'notify', to: ['$actor'], says: 'In {bed.name}' }],
      },
      {
        ...{ key: 'e', do: 'forEach', object: 'bed', matching: { name: '$record.bed.name' } },
        ...{ where: { name: { startsWith: 'E' } }, sort: '-name,keeper', limit: 9 },
        steps: [{ key: 'f', do: 'update', values: { name: '$text:{name} {$start.bed.name}' } }],
      },
      { key: 'g', do: 'call', webhook: 'w', fields: ['bed.name'], fills: { told: 'name' } },
    ];
    const names = { as: 'steps', of: 'object' } as const;
    assert.deepEqual(withNamesOfNow(registry, names, { object: 'tree' }, steps), [
      { key: 'a', do: 'update', through: 'bed', values: { told: '$text:{bed.title}' } },
      { key: 'b', do: 'create', object: 'bed', values: { title: '$record.bed.title' } },
      {
        ...{ key: 'c', do: 'branch', where: { and: [{ 'bed.title': 'East' }] } },
        steps: [{ key: 'd', do: 'notify', to: ['$actor'], says: 'In {bed.title}' }],
      },
      {
        ...{ key: 'e', do: 'forEach', object: 'bed', matching: { title: '$record.bed.title' } },
        ...{ where: { title: { startsWith: 'E' } }, sort: '-title,keeper', limit: 9 },
        steps: [{ key: 'f', do: 'update', values: { title: '$text:{title} {$start.bed.title}' } }],
      },
      { key: 'g', do: 'call', webhook: 'w', fields: ['bed.title'], fills: { told: 'name' } },
    ]);
  });
});
