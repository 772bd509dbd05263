import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limitsOf } from './limits.ts';
import { initialSafeguards } from './safeguards.ts';

describe('PRV-04 what a person may export and look at', () => {
  const rules = {
    ...initialSafeguards,
    roles: {
      manager: { ...initialSafeguards.everyone, exportedPerDay: 50_000 },
      administrator: { ...initialSafeguards.everyone, exportedAtOnce: null, exportedPerDay: null },
    },
  };

  it('is what is set for everybody, unless one of his roles has its own', () => {
    assert.equal(limitsOf(rules, ['clerk'], null).exportedPerDay, 10_000);
    assert.equal(limitsOf(rules, ['clerk', 'manager'], null).exportedPerDay, 50_000);
  });

  it('is the widest of what his roles have', () => {
    assert.equal(limitsOf(rules, ['manager', 'administrator'], null).exportedPerDay, null);
    assert.equal(limitsOf(rules, ['administrator', 'manager'], null).openedPerHour, 300);
  });

  it('is never more than is set for those who leave, once he is marked as leaving', () => {
    const leaving = limitsOf(rules, ['administrator'], { exportsPerDay: null });
    assert.deepEqual([leaving.exportedAtOnce, leaving.exportedPerDay, leaving.openedPerHour], [0, 0, 60]);
    const generous = { ...rules, leaving: { ...rules.leaving, openedPerHour: null } };
    assert.equal(limitsOf(generous, ['clerk'], { exportsPerDay: null }).openedPerHour, 300);
  });

  it('lets somebody who leaves export what an administrator has allowed him', () => {
    const { exportedAtOnce, exportedPerDay } = limitsOf(rules, [], { exportsPerDay: 25 });
    assert.deepEqual([exportedAtOnce, exportedPerDay], [25, 25]);
  });
});
