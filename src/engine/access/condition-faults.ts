import { type Complaint, Refusal } from '#kernel/problem.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { conditionOn } from './condition-on.ts';

/** What is wrong with a condition on an object, told at the field that holds it. */
export function conditionFaults(
  registry: Registry,
  subject: ObjectModel,
  where: unknown,
  field = 'where',
): readonly Complaint[] {
  try {
    conditionOn(registry, subject, where ?? {});
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.complaints.map(({ code, parameters = {} }) => ({ field, code, parameters }));
  }
}
