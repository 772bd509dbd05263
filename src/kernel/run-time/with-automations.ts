import type { Automation } from '../automation.ts';
import type { ObjectName } from '../object-name.ts';
import type { Complaint } from '../problem.ts';
import type { ObjectModel, Registry } from '../registry.ts';
import {
  type AutomationDefinition,
  type DrawnStep,
  type DrawnTrigger,
  drawnName,
} from './automation-definition.ts';
import { automationFaults } from './automation-faults.ts';
import { asDone } from './step-as-done.ts';

/**
 * What is declared with what a company has drawn. One that does not fit any more rests and is told why; those that are
 * off or put away are known by name, since the log and runs under way speak of them.
 */
export function withAutomations(
  registry: Registry,
  definitions: readonly AutomationDefinition[],
): { readonly registry: Registry; readonly faults: ReadonlyMap<string, readonly Complaint[]> } {
  const faults = new Map<string, readonly Complaint[]>();
  if (definitions.length === 0) return { registry, faults };
  const drawn = definitions.map(
    ({ id, name, active, deletedAt }) =>
      [
        drawnName(id),
        { id, label: name ?? '', active: active === true && (deletedAt ?? null) === null },
      ] as const,
  );
  const working = definitions.flatMap((definition) => {
    if (definition.active !== true || (definition.deletedAt ?? null) !== null) return [];
    const object = registry.objects.get(definition.object ?? '');
    const complaints =
      object === undefined
        ? [{ field: 'object', code: 'noSuchObject' }]
        : automationFaults(registry, object, definition);
    if (complaints.length > 0) faults.set(definition.id, complaints);
    return object === undefined || complaints.length > 0 ? [] : [automationOf(registry, object, definition)];
  });
  return {
    registry: { ...registry, automations: [...registry.automations, ...working], drawn: new Map(drawn) },
    faults,
  };
}

/** The automation that a definition without faults stands for. */
export function automationOf(
  registry: Registry,
  object: ObjectModel,
  { id, name, trigger, where, steps, updatedAt }: AutomationDefinition,
): Automation {
  const when = trigger as DrawnTrigger;
  return {
    name: drawnName(id),
    label: name ?? '',
    object: object.qualified as ObjectName,
    // Nothing chosen is everything.
    when: when.on === 'updated' && when.fields?.length === 0 ? { on: 'updated' } : when,
    ...(where !== null && { where }),
    ...(updatedAt && { since: updatedAt }),
    steps: (steps as readonly DrawnStep[]).map((step) => asDone({ registry, object }, step)),
  };
}
