import type { Expression } from '../expression/expression.ts';
import { pathsOf } from '../expression/expression.ts';
import { complaintOf, ExpressionFault } from '../expression/text/expression-fault.ts';
import { meaningOf } from '../expression/text/meaning-of.ts';
import type { ValueOf } from '../object.ts';
import type { Complaint } from '../problem.ts';
import type { ObjectModel, Registry } from '../registry.ts';
import { resolvePath } from '../resolve.ts';
import type { definesRules } from '../traits/defines-rules.ts';
import { isWithin, mostComputed } from './computed-size.ts';
import { NotStored, overStored } from './over-stored.ts';

type Defining = typeof definesRules.fields;

/** A rule as its record says it. */
export type RuleDefinition = { readonly id: string } & {
  readonly [Key in keyof Defining]: ValueOf<Defining[Key]> | null;
};

/** A rule ready to be asked: a record for which the tree holds is refused. */
export interface CompanyRule {
  readonly name: string;
  readonly field: string;
  readonly zh: string;
  readonly en: string;
  readonly when: Expression;
  /** The paths that it reads in records which are referred to. */
  readonly beyond: readonly string[];
}

/** The rule that a definition stands for; what is wrong with its condition goes to `complaints`. */
export function companyRule(
  registry: Registry,
  object: ObjectModel,
  { name, condition, messageZh, messageEn, field }: RuleDefinition,
  complaints: Complaint[],
): CompanyRule | undefined {
  const text = condition ?? '';
  try {
    const meaning = meaningOf(text, (path) => resolvePath(registry, object, path)?.field, 'boolean');
    if (!isWithin(registry, object, meaning, mostComputed)) {
      complaints.push({ field: 'condition', code: 'expressionComputesTooMuch' });
      return undefined;
    }
    const when = overStored(registry, object, meaning.expression);
    return {
      ...{ name: name ?? '', field: object.fields.has(field ?? '') ? (field ?? '') : '' },
      ...{ zh: messageZh ?? messageEn ?? name ?? '', en: messageEn ?? messageZh ?? name ?? '' },
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
  companyRule(registry, object, definition, complaints);
  const { field, messageZh, messageEn } = definition;
  if ((field ?? '') !== '' && !object.fields.has(String(field)))
    complaints.push({ field: 'field', code: 'unknownField' });
  if ((messageZh ?? messageEn ?? '') === '') complaints.push({ field: 'messageZh', code: 'required' });
  return complaints;
}
