import type { AskedStrength, ProviderClaims } from '#kernel/port/identity-provider.ts';
import { refuse } from '../refuse.ts';

/** Refuses a sign-in that was not as strong at the provider as the company asks for, or of which he does not say. */
export function refuseWeak(
  { acrValues = [], amrValues = [] }: AskedStrength,
  { acr, amr = [] }: ProviderClaims,
): void {
  const level = acrValues.length === 0 || (acr !== undefined && acrValues.includes(acr));
  const method = amrValues.length === 0 || amr.some((each) => amrValues.includes(each));
  if (!level || !method) throw refuse('forbidden', 'signInTooWeak');
}
