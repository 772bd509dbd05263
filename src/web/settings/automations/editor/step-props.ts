import type { ReactNode } from 'react';
import type { DrawnBranch, DrawnLoop, DrawnStep } from '#kernel/run-time/automation-definition.ts';

/** What a step is edited with: what is wrong stands under names such as `values.name`. */
export interface StepProps<Kind extends DrawnStep['do'] = DrawnStep['do']> {
  readonly step: Extract<DrawnStep, { readonly do: Kind }>;
  readonly errors: Readonly<Record<string, string>>;
  onChange(step: DrawnStep): void;
}

export interface StepsInside {
  /** Draws the steps of a loop, or of one way of a branch. */
  inner(step: DrawnLoop, way: 'steps'): ReactNode;
  inner(step: DrawnBranch, way: 'steps' | 'otherwise'): ReactNode;
}
