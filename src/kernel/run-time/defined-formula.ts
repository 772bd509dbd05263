import { complaintOf, ExpressionFault } from '../expression/text/expression-fault.ts';
import { meaningOf } from '../expression/text/meaning-of.ts';
import type { Field } from '../field/field.ts';
import type { Complaint } from '../problem.ts';
import type { Registry } from '../registry.ts';
import { resolvePath } from '../resolve.ts';
import { isWithin, mostComputed } from './computed-size.ts';
import type { FieldDefinition } from './field-definition.ts';

/** What a written formula computes, and the type that it yields. */
export function definedFormula(
  registry: Registry,
  { object, expression }: FieldDefinition,
  complaints: Complaint[],
): Pick<Field, 'expression' | 'result'> {
  const nothing = { result: 'text' as const };
  if (expression === null) {
    complaints.push({ field: 'expression', code: 'required' });
    return nothing;
  }
  const own = registry.objects.get(object ?? '');
  if (own === undefined) return nothing;
  try {
    const meaning = meaningOf(expression, (path) => resolvePath(registry, own, path)?.field);
    if (!isWithin(registry, own, meaning, mostComputed))
      complaints.push({ field: 'expression', code: 'expressionComputesTooMuch' });
    return meaning;
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    complaints.push(complaintOf(error, expression, 'expression'));
    return nothing;
  }
}
