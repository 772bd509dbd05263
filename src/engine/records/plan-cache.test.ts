import assert from 'node:assert/strict';
import { it } from 'node:test';
import { asSystem } from '../access/actor.ts';
import type { Context } from './context.ts';
import { PlanCache } from './plan-cache.ts';

it('CUS-03 keeps a statement the same in memory when what a company adds does not change it', () => {
  const plans = new PlanCache<{ readonly text: string }>();
  const workspace = { schema: 'ws_main', currency: 'CNY', rates: {} };
  const actor = asSystem('a test');
  const get = (edition: number, text: string) => {
    const context = { workspace, registry: { edition }, actor, now: 0 } as unknown as Context;
    return plans.get(context, 'contacts', () => ({ text }));
  };
  const first = get(1, 'select name from contact');
  assert.equal(get(1, 'never compiled'), first);
  assert.equal(get(2, 'select name from contact'), first);
  const other = get(3, 'select name, level_c from contact');
  assert.equal(other.text, 'select name, level_c from contact');
  assert.equal(get(2, 'never compiled'), first);
});
