import { call, type Expression, literal, path } from '../expression/expression.ts';
import type { Field } from '../field/field.ts';
import type { FieldRule } from '../field-rule.ts';
import type { Complaint } from '../problem.ts';
import type { ObjectModel } from '../registry.ts';
import { isObject, isText, listOf } from '../shape.ts';
import { typeField } from './record-type.ts';
import type { RuleDefinition } from './rule.ts';

type Rows = Readonly<Record<string, readonly string[]>>;

const mostValues = 500;
const isValues = listOf(isText, mostValues);

/** Whether a field is one whose choices a rule may offer at times: a company says elsewhere who takes which type of record. */
export function mayBeOffered({ type, name }: { readonly type: string; readonly name: string }): boolean {
  return (type === 'choice' || type === 'multiChoice') && name !== typeField;
}

/** The choices of a definition by those of the field on which they depend; undefined where a condition decides. */
export function rowsOf({ offers }: Pick<RuleDefinition, 'offers'>): Rows | undefined {
  return isObject(offers) ? (offers as Rows) : undefined;
}

/** Why choices cannot be offered as a definition says. */
export function offerFaults(object: ObjectModel, definition: RuleDefinition): readonly Complaint[] {
  const { affects, offers, condition } = definition;
  const [name = '', ...more] = listOf(isText)(affects) ? (affects as readonly string[]) : [];
  if (more.length > 0) return [{ field: 'affects', code: 'tooMany', parameters: { most: 1 } }];
  const field = object.fields.get(name);
  if (field === undefined) return [{ field: 'affects', code: name === '' ? 'required' : 'unknownField' }];
  if (!mayBeOffered({ type: field.type, name }))
    return [{ field: 'affects', code: 'withoutChoices', parameters: { path: name } }];
  if ((offers ?? null) === null) return [{ field: 'offers', code: 'required' }];
  const rows = rowsOf(definition);
  if (rows === undefined) return isValues(offers) ? [] : [{ field: 'offers', code: 'notAList' }];
  const by = (condition ?? '').trim();
  if (object.fields.get(by)?.type !== 'choice' || by === name)
    return [{ field: 'condition', code: 'notByChoices' }];
  return isValues(Object.keys(rows)) && Object.values(rows).every(isValues)
    ? []
    : [{ field: 'offers', code: 'notAList' }];
}

/** Choices that a definition speaks of and that are not there: told to who writes them, and passed over where they went since. */
export function unknownOffers(object: ObjectModel, definition: RuleDefinition): readonly Complaint[] {
  if (offerFaults(object, definition).length > 0) return [];
  const [name = ''] = definition.affects as readonly string[];
  const rows = rowsOf(definition);
  const offered = rows === undefined ? (definition.offers as readonly string[]) : Object.values(rows).flat();
  return [
    ...(offered.length === 0 ? [{ field: 'offers', code: 'required' }] : []),
    ...unknownAmong(object, name, offered),
    ...unknownAmong(object, (definition.condition ?? '').trim(), Object.keys(rows ?? {})),
  ];
}

/** The rules that offer what a definition says; a choice that is there no more is offered by none. */
export function offersOf(
  object: ObjectModel,
  definition: RuleDefinition,
  when: Expression | undefined,
): readonly FieldRule[] {
  const [name = ''] = definition.affects as readonly string[];
  const offering = (values: readonly string[], condition: Expression): readonly FieldRule[] =>
    values.length === 0 ? [] : [{ effect: 'offered', fields: [name], values, when: condition }];
  const rows = rowsOf(definition);
  if (rows === undefined) return when === undefined ? [] : offering(definition.offers as string[], when);
  const by = (definition.condition ?? '').trim();
  const known = choicesOf(object.fields.get(by));
  return Object.entries(rows)
    .filter(([row]) => known.includes(row))
    .flatMap(([row, values]) => offering(values, call('eq', path(by), literal('text', row))));
}

function unknownAmong(object: ObjectModel, name: string, values: readonly string[]): readonly Complaint[] {
  const known = choicesOf(object.fields.get(name));
  const unknown = values.find((value) => !known.includes(value));
  if (unknown === undefined) return [];
  const parameters = { value: unknown.slice(0, 60), choices: known.slice(0, 20).join(', ') };
  return [{ field: 'offers', code: 'notAChoice', parameters }];
}

function choicesOf(field: Field | undefined): readonly string[] {
  return (field?.choices ?? []).map(({ value }) => value);
}
