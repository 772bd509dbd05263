import type { Refusal } from '#kernel/problem.ts';

/** Refusals of which the audit has an entry of its own, so that none is counted besides. */
const noted = new WeakSet<object>();

export function refusalNoted(refusal: Refusal): void {
  noted.add(refusal);
}

export function isRefusalNoted(error: unknown): boolean {
  return typeof error === 'object' && error !== null && noted.has(error);
}
