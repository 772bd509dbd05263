import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyTree } from './copied-tree.ts';

const fields = [
  ...['text({ required: true })', 'longText()', 'integer()', 'decimal()', 'money()', 'boolean()', 'date()'],
  ...['dateTime()', `choice({ one: 'grey', two: 'blue' })`, 'user()'],
];
const imports = [
  ...[`text/text`, `long-text/long-text`, `integer/integer`, `decimal/decimal`, `money/money`],
  ...[
    `boolean/boolean`,
    `date/date`,
    `date-time/date-time`,
    `choice/choice`,
    `user/user`,
    `reference/reference`,
  ],
];

/** Objects of forty fields that refer to each other, with a policy and views that name fields. */
function objects(count: number): string {
  const named = imports.map((path) => {
    const [, last = ''] = path.split('/');
    const name = last.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    return `import { ${name} } from '#kernel/field/${path}.ts';`;
  });
  const declared = Array.from({ length: count }, (_, index) => {
    const own = Array.from({ length: 38 }, (_, place) => `f${place}: ${fields[place % fields.length]}`);
    const [next, last] = [(index + 1) % count, (index + count - 1) % count];
    return `
export const o${index} = defineObject({ name: 'budget.o${index}', icon: 'box', nameField: 'f0', fields: {
  ${own.join(', ')}, next: reference('budget.o${next}'), last: reference('budget.o${last}') } });
export const p${index} = definePolicy('budget.o${index}', { role: { read: { 'next.f0': 'x' }, fields: { f3: 'read' } } });
export const v${index} = defineViews('budget.o${index}', [{ name: 'all', kind: 'table', columns: ['f0', 'next.f1', 'last.f2'] }]);`;
  });
  const merged = Array.from({ length: count }, (_, index) => `'budget.o${index}': typeof o${index};`);
  return `${named.join('\n')}
import { defineObject } from '#kernel/object.ts';
import { definePolicy } from '#kernel/policy.ts';
import { defineViews } from '#kernel/view.ts';
${declared.join('\n')}
declare module '#kernel/object-name.ts' { interface Objects { ${merged.join(' ')} } }
`;
}

test('what the compiler does for a hundred objects of forty fields grows with their number, not faster', () => {
  const tree = copyTree();
  const cost = (count: number): number => {
    tree.write('budget.ts', objects(count));
    const options = JSON.parse(tree.read('tsconfig.json'));
    tree.write('tsconfig.budget.json', JSON.stringify({ ...options, include: ['budget.ts'] }));
    const { ok, output } = tree.run('tsc', '-p', 'tsconfig.budget.json', '--extendedDiagnostics');
    assert.ok(ok, output);
    return Number(/^Instantiations:\s+(\d+)/m.exec(output)?.[1]);
  };
  const [few, many] = [cost(20), cost(100)];
  assert.ok(few > 0 && many < few * 7, `${few} instantiations for 20 objects, ${many} for 100`);
  assert.ok(many < 1_000_000, `${many} instantiations for 100 objects`);
});
