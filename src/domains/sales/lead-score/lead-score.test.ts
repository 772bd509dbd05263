import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { leadPoints, leadScore } from './lead-score.ts';

describe('how promising a lead is', () => {
  it('SAL-22 gives a hundred points in all', () => {
    assert.equal(
      leadPoints.reduce((sum, [, points]) => sum + points, 0),
      100,
    );
    const everything = {
      mobile: '13800138000',
      email: 'wei@example.cn',
      company: '湘江重工',
      employees: 800,
      title: '采购总监',
      interest: '机器人',
      budget: { amount: '500000.00', currency: 'CNY' },
      source: 'referral',
    };
    assert.equal(leadScore(everything), 100);
    assert.equal(leadScore({ ...everything, doNotContact: true }), 0);
  });

  it('SAL-22 tells who decides from who proposes', () => {
    assert.deepEqual(
      ['总经理', 'Managing Director', '采购经理', 'Purchasing Manager', '前台', null].map((title) =>
        leadScore({ title }),
      ),
      [20, 20, 10, 10, 0, 0],
    );
  });

  it('SAL-22 grows with the company', () => {
    assert.deepEqual(
      [0, 50, 250, 500, 90_000].map((employees) => leadScore({ employees })),
      [0, 1, 5, 10, 10],
    );
  });
});
