import type { Complaint } from './problem.ts';

/** What an object that was sent consists of; nothing where it is none, which is told. */
export function partsOf(
  input: unknown,
  field: string,
  complaints: Complaint[],
): Readonly<Record<string, unknown>> {
  if (typeof input === 'object' && input !== null && !Array.isArray(input))
    return input as Readonly<Record<string, unknown>>;
  complaints.push({ field, code: input === undefined || input === null ? 'required' : 'notARecord' });
  return {};
}
