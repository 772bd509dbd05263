import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate } from '#kernel/expression/evaluate.ts';
import type { Expression } from '#kernel/expression/expression.ts';
import type { ValueKind } from '#kernel/field/value-kind.ts';
import { churnRisk, pause, riskOfComplaints, riskOfPause, riskOfSilence } from './churn-risk.ts';

interface Facts {
  readonly orderCount: number;
  readonly daysBetweenOrders: string | null;
  readonly lastOrderOn: string | null;
  readonly lastTouchAt: string | null;
  readonly openComplaints: number;
}

const kinds: Readonly<Record<string, ValueKind>> = { lastOrderOn: 'date', lastTouchAt: 'instant' };
const parts: Readonly<Record<string, Expression>> = {
  orderPause: pause,
  riskOfPause,
  riskOfSilence,
  riskOfComplaints,
};

/** The score that follows from plain facts, on 1 November 2026. */
function risk(facts: Facts, of: Expression = churnRisk): number | null {
  const value = evaluate(of, {
    value: (path) =>
      parts[path] ? evaluatePart(facts, path) : (facts as unknown as Record<string, unknown>)[path],
    kind: (path) => kinds[path] ?? 'number',
    actor: '',
    team: [],
    department: [],
    departmentAndBelow: [],
    teammates: [],
    today: '2026-11-01',
    now: '2026-11-01T12:00:00.000Z',
    timeZone: 'UTC',
  });
  return value === null ? null : Math.round(Number(value));
}

function evaluatePart(facts: Facts, path: string): string | null {
  const part = risk(facts, parts[path] as Expression);
  return part === null ? null : path === 'orderPause' ? String(exactPause(facts)) : String(part);
}

function exactPause({ daysBetweenOrders, lastOrderOn }: Facts): number {
  const since = (Date.parse('2026-11-01') - Date.parse(lastOrderOn ?? '')) / 86_400_000;
  return since / Math.max(7, Number(daysBetweenOrders ?? 182));
}

const loyal: Facts = {
  orderCount: 6,
  daysBetweenOrders: '60',
  lastOrderOn: '2026-10-02',
  lastTouchAt: '2026-10-25T09:00:00.000Z',
  openComplaints: 0,
};

test('CUS-04 a customer who orders at his rhythm and is cared for is at no risk', () => {
  assert.equal(risk(loyal), 0);
});

test('CUS-04 each interval missed counts, up to sixty points', () => {
  assert.equal(risk({ ...loyal, lastOrderOn: '2026-07-04' }), 30);
  assert.equal(risk({ ...loyal, lastOrderOn: '2026-05-05' }), 60);
  assert.equal(risk({ ...loyal, lastOrderOn: '2024-05-05' }), 60);
});

test('CUS-04 the same pause tells less of somebody who orders rarely', () => {
  const pausing = { ...loyal, lastOrderOn: '2026-05-05' };
  assert.ok((risk({ ...pausing, daysBetweenOrders: '170' }) ?? 100) < 5);
});

test('CUS-04 silence and open complaints add their points', () => {
  assert.equal(risk({ ...loyal, lastTouchAt: '2026-09-02T12:00:00.000Z' }, riskOfSilence), 8);
  assert.equal(risk({ ...loyal, lastTouchAt: null }, riskOfSilence), 20);
  assert.equal(risk({ ...loyal, openComplaints: 1 }), 10);
  assert.equal(risk({ ...loyal, openComplaints: 5 }), 20);
});

test('CUS-04 whoever has not bought cannot be lost', () => {
  const never = { ...loyal, orderCount: 0, daysBetweenOrders: null, lastOrderOn: null, openComplaints: 2 };
  assert.equal(risk(never), null);
});
