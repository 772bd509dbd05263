import { pathsOf } from '../expression/expression.ts';
import type { Field } from '../field/field.ts';
import type { FieldEffect, FieldRule } from '../field-rule.ts';
import type { Complaint } from '../problem.ts';
import type { ObjectModel, Registry } from '../registry.ts';
import { isText, listOf } from '../shape.ts';
import { offerFaults, offersOf, rowsOf } from './company-offers.ts';
import type { RuleDefinition } from './rule.ts';
import { isStored } from './stored-here.ts';
import { writtenCondition } from './written-condition.ts';

/** Whether a definition says what fields are, instead of refusing records. */
export function isFieldRule({ effect }: RuleDefinition): boolean {
  return (effect ?? null) !== null;
}

const computed: ReadonlySet<string> = new Set(['formula', 'rollup', 'autoNumber']);
const mostFields = 50;

/** What a definition says of fields; what is wrong with it goes to `complaints`. */
export function companyFieldRules(
  registry: Registry,
  object: ObjectModel,
  definition: RuleDefinition,
  complaints: Complaint[],
): readonly FieldRule[] {
  const effect = definition.effect as FieldEffect;
  const faults: Complaint[] = [
    ...(effect === 'offered'
      ? offerFaults(object, definition)
      : affectedFaults(object, effect, definition.affects)),
  ];
  const byChoices = effect === 'offered' && rowsOf(definition) !== undefined;
  const when = byChoices ? undefined : writtenCondition(registry, object, definition, 'condition', faults);
  const elsewhere = when && pathsOf(when).find((path) => !isStored(object, path));
  if (elsewhere !== undefined)
    faults.push({ field: 'condition', code: 'onlyOwnValues', parameters: { path: elsewhere } });
  complaints.push(...faults);
  if (faults.length > 0) return [];
  if (effect === 'offered') return offersOf(object, definition, when);
  return when === undefined ? [] : [{ effect, fields: definition.affects as readonly string[], when }];
}

function affectedFaults(object: ObjectModel, effect: FieldEffect, affects: unknown): readonly Complaint[] {
  const fault = (code: string, path?: string) => [
    { field: 'affects', code, ...(path !== undefined && { parameters: { path } }) },
  ];
  if ((affects ?? null) === null) return fault('required');
  if (!listOf(isText, mostFields)(affects)) return fault('notAList');
  const names = affects as readonly string[];
  if (names.length === 0) return fault('required');
  const unknown = names.find((name) => !object.fields.has(name));
  if (unknown !== undefined) return fault('unknownField');
  const unfit = names.find((name) => !mayBe(effect, object.fields.get(name) as Field));
  return unfit === undefined ? [] : fault('notAffected', unfit);
}

/** What is always required cannot be hidden, and what nobody fills in is neither required nor locked. */
export function mayBe(effect: FieldEffect, field: Pick<Field, 'type' | 'required' | 'readOnly'>): boolean {
  if (effect === 'shown') return !field.required;
  return field.readOnly !== true && !computed.has(field.type);
}
