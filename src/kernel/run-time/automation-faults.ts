import type { Complaint } from '../problem.ts';
import type { ObjectModel, Registry } from '../registry.ts';
import { resolvePath } from '../resolve.ts';
import type { AutomationDefinition, DrawnStep, DrawnTrigger } from './automation-definition.ts';
import { stepShapeFaults, triggerShapeFaults } from './automation-shapes.ts';
import { whereFaults } from './condition-faults.ts';
import { setsOff } from './open-to-steps.ts';
import { stepFaults } from './step-faults.ts';

/** The most automations that a company may have switched on: each is asked of every change, or looks at the clock. */
const mostWorking = 100;

/** What is wrong with an automation that somebody wants to keep: a draft is only to be written as one is. */
export function automationFaults(
  registry: Registry,
  object: ObjectModel,
  definition: AutomationDefinition,
): readonly Complaint[] {
  const written = writtenFaults(object, definition);
  if (written.length > 0 || definition.active !== true) return written;
  const others = [...(registry.drawn?.values() ?? [])].filter(
    ({ id, active }) => active && id !== definition.id,
  );
  if (others.length >= mostWorking)
    return [{ field: 'active', code: 'tooManyAutomations', parameters: { most: mostWorking } }];
  return drawingFaults(registry, object, definition);
}

/** Why an automation could not work, whether it is switched on or not. */
export function drawingFaults(
  registry: Registry,
  object: ObjectModel,
  definition: AutomationDefinition,
): readonly Complaint[] {
  const written = writtenFaults(object, definition);
  return written.length > 0 ? written : unfit(registry, object, definition);
}

function writtenFaults(object: ObjectModel, { trigger, steps }: AutomationDefinition): readonly Complaint[] {
  const written = [...triggerShapeFaults(trigger), ...stepShapeFaults(steps ?? [])];
  return setsOff(object) ? written : [{ field: 'object', code: 'noSuchObject' }, ...written];
}

/** Why an automation that is written as one could not work. */
function unfit(
  registry: Registry,
  object: ObjectModel,
  { trigger, where, steps: drawn }: AutomationDefinition,
): readonly Complaint[] {
  const when = trigger as DrawnTrigger;
  const steps = (drawn ?? []) as readonly DrawnStep[];
  const place = { registry, object };
  return [
    ...triggerFaults(object, when),
    ...whereFaults(where, 'where', (path) => resolvePath(registry, object, path)?.field),
    ...(steps.length === 0 ? [{ field: 'steps', code: 'required' }] : []),
    ...steps.flatMap((step, at) => stepFaults(place, when.on, step, `steps.${at}`)),
  ];
}

function triggerFaults(object: ObjectModel, when: DrawnTrigger): readonly Complaint[] {
  if (when.on === 'time') {
    const type = object.allFields.get(when.field)?.type;
    return type === 'dateTime' || type === 'date' ? [] : [{ field: 'trigger.field', code: 'notADateField' }];
  }
  const unknown = (when.fields ?? []).filter((name) => !object.fields.has(name));
  return unknown.map((path) => ({ field: 'trigger.fields', code: 'noSuchPath', parameters: { path } }));
}
