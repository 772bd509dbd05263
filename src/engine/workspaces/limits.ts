import { Unacceptable } from '#kernel/problem.ts';
import { readBody } from '../identity/read-body.ts';

/** What a workspace may use at most; what is absent has no limit. */
export interface Limits {
  /** People who can sign in. */
  readonly people?: number;
  /** Records of all objects, also those in the bin. */
  readonly records?: number;
  /** Megabytes of files. */
  readonly storage?: number;
  /** Requests within a minute, to each server. */
  readonly requests?: number;
  /** Imports that are under way at once. */
  readonly imports?: number;
}

export const limitNames = ['people', 'records', 'storage', 'requests', 'imports'] as const;
export type LimitName = (typeof limitNames)[number];

const highest = 1_000_000_000_000;

/** Reads limits; null takes one away, what is not named stays. */
export function changedLimits(present: Limits, input: unknown): Limits {
  const given = readBody(input, {
    people: limitInput,
    records: limitInput,
    storage: limitInput,
    requests: limitInput,
    imports: limitInput,
  } satisfies Record<LimitName, unknown>);
  const kept = limitNames.map(
    (name) => [name, given[name] === undefined ? present[name] : given[name]] as const,
  );
  return Object.fromEntries(kept.filter(([, most]) => typeof most === 'number'));
}

function limitInput(input: unknown): number | null | undefined {
  if (input === undefined || input === null) return input;
  if (typeof input === 'number' && Number.isInteger(input) && input > 0 && input <= highest) return input;
  throw new Unacceptable('notLimit');
}
