import { type Complaint, Refusal } from '#kernel/problem.ts';
import type { AutomationDefinition } from '#kernel/run-time/automation-definition.ts';
import type { AutomationTrial } from '../automation/trial/try-automation.ts';

/** The automation that somebody wants tried, as it is drawn, and the record; or a refusal that names what is missing. */
export function automationTrialOf(body: unknown): AutomationTrial {
  const { object, trigger, where = null, steps, sample } = Object(body) as Readonly<Record<string, unknown>>;
  const complaints: Complaint[] = [];
  if (typeof object !== 'string') complaints.push({ field: 'object', code: 'noSuchObject' });
  if (typeof sample !== 'string') complaints.push({ field: 'sample', code: 'required' });
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  const definition: AutomationDefinition = {
    ...{ id: 'trial', name: null, object: String(object), trigger, steps, active: true },
    where: where as AutomationDefinition['where'],
  };
  return { definition, sample: String(sample) };
}
