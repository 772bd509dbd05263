import type { Expression } from '../expression/expression.ts';
import { complaintOf, ExpressionFault } from '../expression/text/expression-fault.ts';
import { meaningOf } from '../expression/text/meaning-of.ts';
import type { Complaint } from '../problem.ts';
import type { ObjectModel, Registry } from '../registry.ts';
import { resolvePath } from '../resolve.ts';
import { isWithin, mostComputed } from './computed-size.ts';
import { NotStored, overStored } from './over-stored.ts';
import type { RuleDefinition } from './rule.ts';

/** A condition of a rule over what its object's records store; what is wrong with it goes to `complaints`. */
export function writtenCondition(
  registry: Registry,
  object: ObjectModel,
  definition: RuleDefinition,
  field: 'condition' | 'among',
  complaints: Complaint[],
): Expression | undefined {
  const text = definition[field] ?? '';
  try {
    const meaning = meaningOf(text, (path) => resolvePath(registry, object, path)?.field, 'boolean');
    if (isWithin(registry, object, meaning, mostComputed))
      return overStored(registry, object, meaning.expression);
    complaints.push({ field, code: 'expressionComputesTooMuch' });
  } catch (error) {
    if (error instanceof ExpressionFault) complaints.push(complaintOf(error, text, field));
    else if (error instanceof NotStored)
      complaints.push({ field, code: 'ruleReadsOthers', parameters: { path: error.path } });
    else throw error;
  }
  return undefined;
}
