import type { Step } from './automation.ts';

/** A step with where it leads. */
export interface PlacedStep {
  readonly step: Step;
  /** The place of what is done after it; of a branch, where its condition holds. */
  readonly next: number;
  /** The place of what is done after a branch whose condition does not hold. */
  readonly otherwise?: number;
}

/**
 * All steps of an automation in one row, those of branches after their branch, so that a run is at a place however deep it
 * stands. A loop is one place: where it is, is known by its records. The end is the place after the last.
 */
export function placedSteps(steps: readonly Step[]): readonly PlacedStep[] {
  return placed(steps, 0, sizeOf(steps));
}

function placed(steps: readonly Step[], from: number, after: number): readonly PlacedStep[] {
  let place = from;
  return steps.flatMap((step, index): readonly PlacedStep[] => {
    const own = place;
    place += sizeOf([step]);
    const next = index === steps.length - 1 ? after : place;
    if (step.do !== 'branch') return [{ step, next }];
    const { steps: met, otherwise = [] } = step;
    const [first, second] = [own + 1, own + 1 + sizeOf(met)];
    return [
      {
        step,
        next: met.length > 0 ? first : next,
        otherwise: otherwise.length > 0 ? second : next,
      },
      ...placed(met, first, next),
      ...placed(otherwise, second, next),
    ];
  });
}

function sizeOf(steps: readonly Step[]): number {
  return steps.reduce(
    (size, step) => size + 1 + (step.do === 'branch' ? sizeOf(step.steps) + sizeOf(step.otherwise ?? []) : 0),
    0,
  );
}
