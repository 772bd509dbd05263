import { type Complaint, Refusal } from '#kernel/problem.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { conditionOn } from './condition-on.ts';

/** What is wrong with the condition of a rule by which records are shared; nothing for any other record. */
export function ruleFaults(
  registry: Registry,
  { declaration }: ObjectModel,
  { object, where }: Readonly<Record<string, unknown>>,
): readonly Complaint[] {
  const subject = registry.objects.get(String(object));
  if (declaration.purpose !== 'sharingRule' || subject === undefined) return [];
  try {
    conditionOn(registry, subject, where ?? {});
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.complaints.map(({ field, code, parameters = {} }) => ({
      field: 'where',
      code,
      parameters: { ...parameters, field },
    }));
  }
}
