import type { Expression } from '../expression/expression.ts';
import { unsteadyPart } from '../expression/steady.ts';
import type { Complaint } from '../problem.ts';
import type { ObjectModel, Registry } from '../registry.ts';
import type { RuleDefinition, Together } from './rule.ts';
import { saidOf } from './said-of.ts';
import { isStored } from './stored-here.ts';
import { togetherFaults } from './together.ts';
import { writtenCondition } from './written-condition.ts';

/** The demand that a definition makes of values that stand together; what is wrong with it goes to `complaints`. */
export function companyTogether(
  registry: Registry,
  object: ObjectModel,
  definition: RuleDefinition,
  complaints: Complaint[],
): Together | undefined {
  const faults = [...togetherFaults(object, definition.together)];
  const among = amongWhich(registry, object, definition, faults);
  complaints.push(...faults);
  if (faults.length > 0) return undefined;
  const fields = definition.together as readonly string[];
  const said = saidOf(object, definition);
  return { ...said, field: said.field || (fields[0] ?? ''), fields, ...(among && { among }) };
}

/** Which records are compared, where not all are: told by what each of them stores, as the database keeps them in an index. */
function amongWhich(
  registry: Registry,
  object: ObjectModel,
  definition: RuleDefinition,
  faults: Complaint[],
): Expression | undefined {
  if ((definition.among ?? '') === '') return undefined;
  const among = writtenCondition(registry, object, definition, 'among', faults);
  const part = among && unsteadyPart(among, (path) => isStored(object, path));
  if (part !== undefined) faults.push({ field: 'among', code: 'notSteady', parameters: { path: part } });
  return among;
}
