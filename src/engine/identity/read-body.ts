import { type Complaint, Refusal, Unacceptable } from '#kernel/problem.ts';

/**
 * Reads named values out of what somebody sent: each field by its reader, all complaints at once.
 * Readers get undefined for what is missing; anything not named is ignored.
 */
export function readBody<Readers extends Record<string, (input: unknown) => unknown>>(
  body: unknown,
  readers: Readers,
): { [Name in keyof Readers]: ReturnType<Readers[Name]> } {
  const sent = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const complaints: Complaint[] = [];
  const values: Record<string, unknown> = {};
  for (const [field, read] of Object.entries(readers)) {
    try {
      values[field] = read(Object.hasOwn(sent, field) ? sent[field] : undefined);
    } catch (error) {
      if (!(error instanceof Unacceptable)) throw error;
      complaints.push({ field, code: error.code, parameters: error.parameters });
    }
  }
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  return values as { [Name in keyof Readers]: ReturnType<Readers[Name]> };
}

/** A reader that complains about a missing or empty value before the given one sees it. */
export function required<Value>(read: (input: unknown) => Value): (input: unknown) => Value {
  return (input) => {
    if (input === undefined || input === null || (typeof input === 'string' && input.trim() === '')) {
      throw new Unacceptable('required');
    }
    return read(input);
  };
}

/** A reader that lets a missing value pass. */
export function optional<Value>(read: (input: unknown) => Value): (input: unknown) => Value | undefined {
  return (input) => (input === undefined || input === null ? undefined : read(input));
}
