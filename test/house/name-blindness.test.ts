import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessWords } from './business-words.ts';
import { declaredObjects } from './source/object-names.ts';
import { isTest, programFiles, writtenFiles } from './source/source-files.ts';

const objects = declaredObjects(programFiles());

test('kernel, engine and web contain no business word', () => {
  const offences = writtenFiles()
    .filter(({ path }) => /^src\/(kernel|engine|web)\//.test(path) && !isTest(path))
    .map(({ path, text }) => ({ path, words: businessWords(`${path}\n${text}`, objects) }))
    .filter(({ words }) => words.length > 0)
    .map(({ path, words }) => `${path}: ${words.join(', ')}`);
  assert.deepEqual(offences, []);
});

test('the domains declare the objects that the check above looks for', () => {
  assert.ok(objects.length > 0, 'no object found under src/domains');
});

test('business words are found in names, comments and texts, whatever the spelling', () => {
  const known = ['sales.opportunity', 'sales.priceBook', 'activities.task'];
  assert.deepEqual(businessWords('// each Opportunity', known), ['opportunity']);
  assert.deepEqual(businessWords('const openOpportunities = []', known), ['opportunity']);
  assert.deepEqual(businessWords('src/engine/price-book.ts', known), ['priceBook']);
  assert.deepEqual(businessWords(`if (object === 'task') skip();`, known), [`'task'`]);
  assert.deepEqual(businessWords(`registry.get('activities.task')`, known), ['activities.task']);
  assert.deepEqual(businessWords('the task of the queue; opportunistic; price, book', known), []);
});
