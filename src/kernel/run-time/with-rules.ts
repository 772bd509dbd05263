import type { Complaint } from '../problem.ts';
import type { Registry } from '../registry.ts';
import { companyFieldRules, isFieldRule } from './company-field-rule.ts';
import { companyRule } from './company-rule.ts';
import { companyTogether } from './company-together.ts';
import type { RuleDefinition } from './rule.ts';

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
    const made = <Made>(
      some: readonly RuleDefinition[],
      make: (definition: RuleDefinition, complaints: Complaint[]) => Made | undefined,
    ) =>
      some.flatMap((definition) => {
        const complaints: Complaint[] = [];
        const one = make(definition, complaints);
        if (complaints.length > 0) faults.set(definition.id, complaints);
        return one === undefined ? [] : [one];
      });
    const { fields = [], together = [], condition = [] } = Object.groupBy(own, kindOf);
    const rules = {
      rules: made(condition, (one, complaints) => companyRule(registry, object, one, complaints)),
      together: made(together, (one, complaints) => companyTogether(registry, object, one, complaints)),
      fieldRules: [
        ...object.fieldRules,
        ...made(fields, (one, complaints) => companyFieldRules(registry, object, one, complaints)).flat(),
      ],
    };
    return [[name, { ...object, ...rules }] as const];
  });
  if (changed.length === 0) return { registry, faults };
  return { registry: { ...registry, objects: new Map([...registry.objects, ...changed]) }, faults };
}

/** What a rule is about: what fields are, values that stand together, or a condition under which a record is wrong. */
function kindOf(rule: RuleDefinition): 'fields' | 'together' | 'condition' {
  if (isFieldRule(rule)) return 'fields';
  return (rule.together ?? null) === null ? 'condition' : 'together';
}
