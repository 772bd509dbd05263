import { pathsOf } from '#kernel/expression/expression.ts';
import { type FieldRule, offersByField } from '#kernel/field-rule.ts';
import type { ObjectModel } from '#kernel/registry.ts';

/**
 * What fields are depending on the record, as far as the caller may see them: left to the server where he may not see
 * what decides.
 */
export function fieldRulesMeta({ fieldRules }: ObjectModel, names: readonly string[]) {
  const isKnown = ({ when }: FieldRule) => pathsOf(when).every((path) => names.includes(path));
  const unknown = offersByField(fieldRules.filter((rule) => !isKnown(rule)));
  const known = fieldRules.filter(isKnown).flatMap((rule) => {
    const fields = rule.fields.filter((name) => names.includes(name));
    if (fields.length === 0) return [];
    if (rule.values === undefined) return [{ ...rule, fields }];
    // What another rule may offer as well, of which the caller knows nothing, is not withheld from him.
    const elsewhere = fields.flatMap((name) => unknown.get(name) ?? []).flatMap(({ values = [] }) => values);
    return [{ ...rule, fields, values: rule.values.filter((value) => !elsewhere.includes(value)) }];
  });
  return known.length > 0 && { fieldRules: known };
}
