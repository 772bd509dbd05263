import { pathsOf } from '../expression/expression.ts';
import { complaintOf, ExpressionFault } from '../expression/text/expression-fault.ts';
import { meaningOf } from '../expression/text/meaning-of.ts';
import type { Complaint } from '../problem.ts';
import type { ObjectModel, Registry } from '../registry.ts';
import { resolvePath } from '../resolve.ts';
import { isWithin, mostComputed } from './computed-size.ts';
import { NotStored, overStored } from './over-stored.ts';
import type { CompanyRule, RuleDefinition, Together } from './rule.ts';
import { togetherFaults } from './together.ts';

/** The rule that a definition stands for; what is wrong with its condition goes to `complaints`. */
export function companyRule(
  registry: Registry,
  object: ObjectModel,
  definition: RuleDefinition,
  complaints: Complaint[],
): CompanyRule | undefined {
  const text = definition.condition ?? '';
  try {
    const meaning = meaningOf(text, (path) => resolvePath(registry, object, path)?.field, 'boolean');
    if (!isWithin(registry, object, meaning, mostComputed)) {
      complaints.push({ field: 'condition', code: 'expressionComputesTooMuch' });
      return undefined;
    }
    const when = overStored(registry, object, meaning.expression);
    return {
      ...saidOf(object, definition),
      ...{ when, beyond: [...new Set(pathsOf(when))].filter((path) => path.includes('.')) },
    };
  } catch (error) {
    if (error instanceof ExpressionFault) complaints.push(complaintOf(error, text, 'condition'));
    else if (error instanceof NotStored)
      complaints.push({ field: 'condition', code: 'ruleReadsOthers', parameters: { path: error.path } });
    else throw error;
    return undefined;
  }
}

/** The demand that a definition makes of values that stand together; what is wrong with it goes to `complaints`. */
export function companyTogether(
  object: ObjectModel,
  definition: RuleDefinition,
  complaints: Complaint[],
): Together | undefined {
  const faults = togetherFaults(object, definition.together);
  complaints.push(...faults);
  if (faults.length > 0) return undefined;
  const fields = definition.together as readonly string[];
  const said = saidOf(object, definition);
  return { ...said, field: said.field || (fields[0] ?? ''), fields };
}

/** What a rule says to who breaks it, and where. */
function saidOf(object: ObjectModel, { name, messageZh, messageEn, field }: RuleDefinition) {
  return {
    ...{ name: name ?? '', field: object.fields.has(field ?? '') ? (field ?? '') : '' },
    ...{ zh: messageZh ?? messageEn ?? name ?? '', en: messageEn ?? messageZh ?? name ?? '' },
  };
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
  if ((definition.together ?? null) === null) companyRule(registry, object, definition, complaints);
  else {
    companyTogether(object, definition, complaints);
    if ((definition.condition ?? '') !== '') complaints.push({ field: 'condition', code: 'notWithTogether' });
  }
  const { field, messageZh, messageEn } = definition;
  if ((field ?? '') !== '' && !object.fields.has(String(field)))
    complaints.push({ field: 'field', code: 'unknownField' });
  if ((messageZh ?? messageEn ?? '') === '') complaints.push({ field: 'messageZh', code: 'required' });
  return complaints;
}
