import { pathsOf } from '../expression/expression.ts';
import type { Complaint } from '../problem.ts';
import type { ObjectModel, Registry } from '../registry.ts';
import { companyFieldRules, isFieldRule } from './company-field-rule.ts';
import { unknownOffers } from './company-offers.ts';
import { companyTogether } from './company-together.ts';
import type { CompanyRule, RuleDefinition } from './rule.ts';
import { saidOf } from './said-of.ts';
import { writtenCondition } from './written-condition.ts';

/** The rule that a definition stands for; what is wrong with its condition goes to `complaints`. */
export function companyRule(
  registry: Registry,
  object: ObjectModel,
  definition: RuleDefinition,
  complaints: Complaint[],
): CompanyRule | undefined {
  const when = writtenCondition(registry, object, definition, 'condition', complaints);
  if (when === undefined) return undefined;
  const beyond = [...new Set(pathsOf(when))].filter((path) => path.includes('.'));
  return { ...saidOf(object, definition), when, beyond };
}

/** Why a rule cannot be made: what it reads, where it is told, and that it says something. */
export function ruleDefinitionFaults(
  registry: Registry,
  object: ObjectModel,
  definition: RuleDefinition,
): readonly Complaint[] {
  const { unites, configures, appendOnly } = object.declaration;
  const complaints: Complaint[] = [];
  if (unites !== undefined || configures || appendOnly)
    complaints.push({ field: 'object', code: 'noSuchObject' });
  if (isFieldRule(definition)) {
    companyFieldRules(registry, object, definition, complaints);
    if (definition.effect === 'offered') complaints.push(...unknownOffers(object, definition));
    else if ((definition.offers ?? null) !== null)
      complaints.push({ field: 'offers', code: 'onlyWithOffered' });
    if ((definition.together ?? null) !== null) complaints.push({ field: 'together', code: 'notWithEffect' });
    return complaints;
  }
  for (const field of ['affects', 'offers'] as const)
    if ((definition[field] ?? null) !== null) complaints.push({ field, code: 'onlyWithEffect' });
  if ((definition.together ?? null) === null) {
    companyRule(registry, object, definition, complaints);
    if ((definition.among ?? '') !== '') complaints.push({ field: 'among', code: 'onlyWithTogether' });
  } else {
    companyTogether(registry, object, definition, complaints);
    if ((definition.condition ?? '') !== '') complaints.push({ field: 'condition', code: 'notWithTogether' });
  }
  const { field, messageZh, messageEn } = definition;
  if ((field ?? '') !== '' && !object.fields.has(String(field)))
    complaints.push({ field: 'field', code: 'unknownField' });
  if ((messageZh ?? messageEn ?? '') === '') complaints.push({ field: 'messageZh', code: 'required' });
  return complaints;
}
