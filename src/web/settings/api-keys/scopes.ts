/** How far a key reaches: everything its person may do, reading alone, or chosen objects. */
export type Reach = 'full' | 'read' | 'some';

/** The scopes of a key; null is everything. */
export function scopesFor(
  reach: Reach,
  readable: readonly string[],
  writable: readonly string[],
): readonly string[] | null {
  if (reach === 'full') return null;
  if (reach === 'read') return ['read'];
  const reading = readable.filter((object) => !writable.includes(object));
  return [
    ...reading.map((object) => `records:${object}:read`),
    ...writable.map((object) => `records:${object}:write`),
  ];
}
