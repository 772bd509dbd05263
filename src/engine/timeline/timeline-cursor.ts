import { Refusal } from '#kernel/problem.ts';

/** Where a page of a timeline begins: after the entry of this time and number; both null at the beginning. */
export function readTimelineCursor(
  cursor: string | undefined,
): readonly [at: string | null, sequence: string | null] {
  if (cursor === undefined || cursor === '') return [null, null];
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === 2) {
      const [at, sequence] = key as readonly unknown[];
      if (typeof at === 'string' && !Number.isNaN(Date.parse(at)) && /^\d{1,18}$/.test(String(sequence)))
        return [at, String(sequence)];
    }
  } catch {
    // falls through to the refusal below
  }
  throw new Refusal('invalid', [{ field: 'cursor', code: 'badCursor' }]);
}
