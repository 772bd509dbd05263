import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readListSearch } from '#web/routes/list-search.ts';
import { changedAddress, isChanged, searchOf, settingsOf, shownBy, withoutChanges } from './view-search.ts';

const settings = {
  ...{ base: 'open', where: { status: 'late' }, columns: ['name', 'owner.name'], frozen: 2 },
};
const kept = searchOf(settings);

test('what a view keeps is what an address can say, and back', () => {
  assert.deepEqual(kept, { where: { status: 'late' }, columns: 'name,owner.name', frozen: 2 });
  assert.deepEqual(settingsOf('open', kept), settings);
});

test('an address holds what differs from its view alone', () => {
  const address = { view: 'x' };
  const sorted = changedAddress(address, kept, { sort: '-amount' });
  assert.deepEqual(sorted, { view: 'x', sort: '-amount' });
  assert.deepEqual(changedAddress(sorted, kept, { sort: undefined }), address);
  assert.deepEqual(changedAddress(address, kept, { where: { status: 'late' } }), address);
  assert.ok(isChanged(sorted) && !isChanged(address));
  assert.deepEqual(withoutChanges(sorted), address);
});

test('what the view says can be taken back and comes back with a reset', () => {
  const cleared = changedAddress({ view: 'x' }, kept, { where: undefined });
  assert.deepEqual(cleared, { view: 'x', where: null });
  assert.deepEqual(shownBy(cleared, kept), { columns: 'name,owner.name', frozen: 2 });
  assert.deepEqual(shownBy(withoutChanges(cleared), kept), kept);
});

test('an address that somebody sends is read as it was written', () => {
  const sent = { view: 'x', where: null, frozen: '1', widths: { name: 200 }, colors: [], sort: '', other: 1 };
  assert.deepEqual(readListSearch(sent), { view: 'x', where: null, frozen: 1, widths: { name: 200 } });
});
