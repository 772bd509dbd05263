import type { Complaint } from './problem.ts';
import { isObject } from './shape.ts';

/** What an object that was sent consists of; nothing where it is none, which is told. */
export function partsOf(
  input: unknown,
  field: string,
  complaints: Complaint[],
): Readonly<Record<string, unknown>> {
  if (isObject(input)) return input;
  complaints.push({ field, code: input === undefined || input === null ? 'required' : 'notARecord' });
  return {};
}
