import type { DrawnStep } from '#kernel/run-time/automation-definition.ts';
import { mostRounds } from '#kernel/run-time/automation-shapes.ts';

/** The kinds of step in the order in which they are offered. */
export const stepKinds = [
  'update',
  'create',
  'notify',
  'mail',
  'action',
  'wait',
  'branch',
  'forEach',
  'call',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** The ways of a branch: where its condition holds, and where it does not. */
export const branchWays = ['steps', 'otherwise'] as const;

/** A step of a kind of which nothing has been chosen yet, with a key that none of the others has. */
export function newStep(kind: StepKind, others: readonly DrawnStep[]): DrawnStep {
  const key = freeKey(others);
  switch (kind) {
    case 'update':
      return { key, do: 'update', values: {} };
    case 'create':
      return { key, do: 'create', object: 'none' as never, values: {} };
    case 'action':
      return { key, do: 'action', action: '', input: {} };
    case 'notify':
      return { key, do: 'notify', to: [], says: '' };
    case 'mail':
      return { key, do: 'mail', address: 'none', purpose: '', subject: '', text: '' };
    case 'wait':
      return { key, do: 'wait', seconds: 86_400 };
    case 'branch':
      return { key, do: 'branch', where: null, steps: [], otherwise: [] };
    case 'call':
      return { key, do: 'call', webhook: '', fields: [] };
    case 'forEach':
      return { key, do: 'forEach', object: 'none' as never, matching: {}, limit: mostRounds, steps: [] };
  }
}

function freeKey(steps: readonly DrawnStep[]): string {
  const taken = new Set(steps.map(({ key }) => key));
  for (let number = steps.length + 1; ; number++) if (!taken.has(`step${number}`)) return `step${number}`;
}

/** The steps with one of them at another place. */
export function moved(steps: readonly DrawnStep[], from: number, to: number): readonly DrawnStep[] {
  const step = steps[from];
  if (step === undefined || to < 0 || to >= steps.length) return steps;
  return steps.toSpliced(from, 1).toSpliced(to, 0, step);
}

/** All steps, those within branches and loops after these, with the numbers that they are shown with: `2`, `2.1`. */
export function numberedSteps(
  steps: readonly DrawnStep[],
  prefix = '',
): readonly { readonly step: DrawnStep; readonly number: string }[] {
  return steps.flatMap((step, at) => {
    const number = `${prefix}${at + 1}`;
    if (step.do !== 'branch' && step.do !== 'forEach') return [{ step, number }];
    const others = step.do === 'branch' ? (step.otherwise ?? []) : [];
    return [{ step, number }, ...numberedSteps([...step.steps, ...others], `${number}.`)];
  });
}

/** All steps, those within branches and loops too. */
export function everyStep(steps: readonly DrawnStep[]): readonly DrawnStep[] {
  return numberedSteps(steps).map(({ step }) => step);
}
