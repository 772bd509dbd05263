import type { Expression } from '../../expression/expression.ts';
import { Unacceptable } from '../../problem.ts';
import { type Field, field } from '../field.ts';
import type { Money } from '../money/money.ts';
import type { FieldType } from '../type.ts';

interface FormulaValues {
  readonly text: string;
  readonly decimal: string;
  readonly money: Money;
  readonly percent: string;
  readonly boolean: boolean;
  readonly date: string;
  readonly dateTime: string;
}

/**
 * A value computed from the record's own fields and those of records it refers to; never stored. Money scaled by numbers
 * is money in the same currency, as is what amounts of one currency add up to; see `moneyOf`.
 */
export function formula<Result extends keyof FormulaValues>(
  result: Result,
  expression: Expression,
  options: Pick<Field, 'scale' | 'formerly'> = {},
): Field<FormulaValues[Result], false> {
  return field('formula', { scale: 2, ...options, result, expression, readOnly: true });
}

export const formulaType: FieldType = {
  parse() {
    throw new Unacceptable('readOnly');
  },
  schema: () => ({ readOnly: true }),
};
