/** How far a key reaches: everything its person may do, reading alone, chosen objects, or provisioning. */
export type Reach = 'full' | 'read' | 'some' | 'scim';

/** The scopes of a key; null is everything. */
export function scopesFor(
  reach: Reach,
  readable: readonly string[],
  writable: readonly string[],
): readonly string[] | null {
  if (reach === 'full') return null;
  if (reach === 'read' || reach === 'scim') return [reach];
  const reading = readable.filter((object) => !writable.includes(object));
  return [
    ...reading.map((object) => `records:${object}:read`),
    ...writable.map((object) => `records:${object}:write`),
  ];
}
