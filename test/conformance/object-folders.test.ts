import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { declaredObjects } from '#test/house/source/object-names.ts';
import { isTest, programFiles } from '#test/house/source/source-files.ts';
import { copyTree } from './copied-tree.ts';

// One object is added and another taken out of the same copy: its types are checked once for both.
const tree = copyTree();
const added = addByThePage();
const removed = removeLeaf();
const types = tree.run('tsc');

test('an object is added by what CONTRIBUTING says: one folder and one entry', () => {
  assert.deepEqual(
    added.map((path) => path.split('/').at(-1)),
    ['competitor.object.ts', 'competitor.ts', 'module.ts'],
  );
  assert.ok(types.ok, types.output);
  tree.write('test/added.test.ts', tryIt);
  const tried = tree.run(process.execPath, '--test', 'test/added.test.ts');
  assert.ok(tried.ok, tried.output);
});

test('an object is taken out by removing its folder and its entry', () => {
  assert.ok(types.ok, `${removed.name}: ${types.output}`);
  tree.write('composes.ts', composes(removed.entry));
  const composed = tree.run(process.execPath, 'composes.ts');
  assert.ok(composed.ok, composed.output);
});

/** Does what the page says; answers the files that it names. */
function addByThePage(): string[] {
  const page = readFileSync('CONTRIBUTING.md', 'utf8');
  const [, section = ''] = page.split('## Add an object in five minutes');
  const blocks = [...section.matchAll(/`(src\/[^`]+)`[^`]*(?:`[^`]+`[^`]*)?\n\n```ts\n([\s\S]*?)```/g)];
  for (const [, path = '', code = ''] of blocks) {
    if (!path.endsWith('module.ts')) tree.write(path, code);
    else {
      const entry = code.trimEnd().replace(/^ {2}/, '');
      const module = tree.read(path).replace(/objects: \[/, () => entry);
      tree.write(path, `import { competitorFolder } from './objects/competitor/competitor.ts';\n${module}`);
    }
  }
  return blocks.map(([, path = '']) => path);
}

/** What a person would do first with a new object. */
const tryIt = `
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startProduct } from '#test/http/product.ts';

test('the new object works', async () => {
  const { ask } = await startProduct();
  const values = { name: '远航软件', website: 'yuanhang.example', revenue: '1200000' };
  const made = await ask('POST', '/api/records/competitor', values);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const { objects } = (await ask('GET', '/api/meta')).body;
  const { label, plural, fields } = objects.find(({ name }) => name === 'competitor');
  assert.deepEqual([label, plural], ['竞争对手', '竞争对手']);
  const threat = fields.find(({ name }) => name === 'threat');
  assert.deepEqual([threat.label, threat.choices[1].label], ['威胁程度', '中']);
  const { records } = (await ask('GET', '/api/records/competitor?q=yuanhang')).body;
  assert.deepEqual(records, [made.body]);
  const found = (await ask('GET', '/api/search?q=远航')).body.results;
  assert.equal(found[0].id, made.body.id);
});
`;

/** Takes out an object that nothing else needs. */
function removeLeaf(): { readonly name: string; readonly entry: string } {
  const [name, folder] = leaf();
  const short = name.slice(name.indexOf('.') + 1);
  const path = `${folder.slice(0, folder.indexOf('/objects/'))}/module.ts`;
  const module = tree.read(path);
  const line = new RegExp(`^import \\{ (\\w+) \\} from '\\./objects/${folder.split('/').at(-1)}/.*\\n`, 'm');
  const imported = line.exec(module)?.[1] ?? '';
  assert.notEqual(imported, '');
  tree.remove(folder);
  tree.write(
    path,
    module
      .replace(line, '')
      .replace(new RegExp(`\\b${imported},?\\s*`), '')
      .replace(new RegExp(`'${short}',?\\s*`), ''),
  );
  return { name, entry: short };
}

const composes = (short: string) => `
import { compose } from '#kernel/registry.ts';
import { modules, people } from '#main/modules.ts';
if (compose(modules, people).objects.has('${short}')) throw new Error('${short} is still there');
`;

/** An object that no source outside its folder names but its module, and its folder. */
function leaf(): readonly [string, string] {
  const source = programFiles().filter(({ path }) => path.startsWith('src/') && !isTest(path));
  for (const name of declaredObjects(source)) {
    const declared = source.find(
      ({ path, text }) => path.endsWith('.object.ts') && text.includes(`name: '${name}'`),
    );
    const folder = declared?.path.slice(0, declared.path.lastIndexOf('/')) ?? '';
    const last = `/${folder.split('/').at(-1)}/`;
    const others = source.filter(
      ({ path, text }) =>
        !path.startsWith(`${folder}/`) &&
        !path.endsWith('/module.ts') &&
        (text.includes(`'${name}'`) || text.includes(`objects${last}`) || text.includes(`..${last}`)),
    );
    if (folder !== '' && others.length === 0) return [name, folder];
  }
  throw new Error('every object is named elsewhere');
}
