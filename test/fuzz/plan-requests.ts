import fc from 'fast-check';
import type { Document } from '#test/http/document.ts';
import {
  type DescribedRequest,
  describedRequest,
  fittingRequest,
  type Operation,
} from './described-request.ts';

export interface PlannedRequest {
  readonly operation: Operation;
  readonly request: DescribedRequest;
  readonly who: 'administrator' | 'seller' | 'stranger';
}

/**
 * What is sent, the same for the same seed: first, twice over, what should make something of each kind, so that there is
 * something to be asked for; then requests of every kind in an order of chance.
 */
export function planRequests(
  operations: readonly Operation[],
  document: Document,
  { seed, each }: { readonly seed: number; readonly each: number },
): readonly PlannedRequest[] {
  const makers = operations.filter(({ call }) => '201' in call.responses);
  const making = [0, 1].flatMap((turn) =>
    makers.map((operation, index): PlannedRequest => {
      const [request] = fc.sample(fittingRequest(operation, document), {
        numRuns: 1,
        seed: seed + 2 * index + turn,
      });
      return { operation, request: request as DescribedRequest, who: 'administrator' };
    }),
  );
  const who = fc.oneof(
    { weight: 15, arbitrary: fc.constant('administrator' as const) },
    { weight: 4, arbitrary: fc.constant('seller' as const) },
    { weight: 1, arbitrary: fc.constant('stranger' as const) },
  );
  const others = operations.flatMap((operation, index) => {
    const any = fc.record({
      operation: fc.constant(operation),
      request: describedRequest(operation, document),
      who,
    });
    return fc.sample(any, { numRuns: Math.ceil(each), seed: seed + index });
  });
  const length = Math.round(others.length * Math.min(each, 1));
  const mixed = fc.shuffledSubarray(others, { minLength: length, maxLength: length });
  return [...making, ...(fc.sample(mixed, { numRuns: 1, seed })[0] ?? [])];
}
