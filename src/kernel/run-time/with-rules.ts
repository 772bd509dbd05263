import type { Complaint } from '../problem.ts';
import type { Registry } from '../registry.ts';
import { type CompanyRule, companyRule, type RuleDefinition } from './company-rule.ts';

/** The objects for which a company has rules know them; a rule that does not fit any more is left out, and told why. */
export function withRules(
  registry: Registry,
  definitions: readonly RuleDefinition[],
): { readonly registry: Registry; readonly faults: ReadonlyMap<string, readonly Complaint[]> } {
  const faults = new Map<string, readonly Complaint[]>();
  const active = definitions.filter((rule) => rule.active === true);
  const changed = [...Map.groupBy(active, ({ object }) => object ?? '')].flatMap(([name, own]) => {
    const object = registry.objects.get(name);
    if (object === undefined) return [];
    const rules = own.flatMap((definition): CompanyRule[] => {
      const complaints: Complaint[] = [];
      const rule = companyRule(registry, object, definition, complaints);
      if (complaints.length > 0) faults.set(definition.id, complaints);
      return rule === undefined ? [] : [rule];
    });
    return [[name, { ...object, rules }] as const];
  });
  if (changed.length === 0) return { registry, faults };
  return { registry: { ...registry, objects: new Map([...registry.objects, ...changed]) }, faults };
}
