/** Both conditions must hold; an absent one always does. */
export function bothConditions(one: unknown, other: unknown): unknown {
  if (one === undefined || other === undefined) return one ?? other;
  return { and: [one, other] };
}
