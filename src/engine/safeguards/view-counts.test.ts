import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Context } from '../records/context.ts';
import { ViewCounts } from './view-counts.ts';

const context = (id: string | null, impersonator?: string) =>
  ({
    workspace: { schema: 'ws_main' },
    actor: { id, ...(impersonator && { impersonator: { id: impersonator } }) },
  }) as unknown as Context;

it('PRV-04 what people look at is added up by person and object, and counts for who really sees it', () => {
  const counts = new ViewCounts();
  counts.add(context('wei'), 'ship', 'listed', 60, '10.0.0.1');
  counts.add(context('wei'), 'ship', 'listed', 12, '10.0.0.1');
  counts.add(context('wei'), 'ship', 'opened', 1, '10.0.0.2');
  counts.add(context('wei', 'lin'), 'ship', 'opened', 1, '10.0.0.3');
  counts.add(context(null), 'ship', 'listed', 1000, '');
  const taken = [
    { person: 'wei', object: 'ship', opened: 1, listed: 72, address: '10.0.0.2' },
    { person: 'lin', object: 'ship', opened: 1, listed: 0, address: '10.0.0.3' },
  ];
  const first = counts.take('ws_main');
  assert.deepEqual(first, taken);
  assert.deepEqual(counts.take('ws_main'), []);

  counts.add(context('wei'), 'ship', 'opened', 2, '10.0.0.4');
  counts.putBack('ws_main', first);
  const [wei] = counts.take('ws_main');
  assert.deepEqual([wei?.opened, wei?.listed, wei?.address], [3, 72, '10.0.0.4']);
});
