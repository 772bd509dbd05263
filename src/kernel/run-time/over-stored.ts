import { call, type Expression, literal } from '../expression/expression.ts';
import { moneyOf } from '../expression/money-of.ts';
import type { Field } from '../field/field.ts';
import { tellsCurrency } from '../field/tells-currency.ts';
import { valueKind } from '../field/value-kind.ts';
import type { ObjectModel, Registry } from '../registry.ts';
import { resolvePath } from '../resolve.ts';

/** What is computed from other records is not known before a record is written. */
export class NotStored extends Error {
  readonly path: string;

  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

/** The same tree over what the record itself stores and what it refers to: its formulas are put in the place of their names. */
export function overStored(registry: Registry, object: ObjectModel, tree: Expression): Expression {
  const fieldAt = (path: string) => resolvePath(registry, object, path)?.field;
  const isMoney = (path: string) => {
    const field = fieldAt(path);
    return field !== undefined && tellsCurrency(field);
  };
  const formulaAt = (node: Expression | undefined): Field | undefined => {
    const field = node?.node === 'path' && !node.path.includes('.') ? fieldAt(node.path) : undefined;
    if (field?.type === 'rollup' && node?.node === 'path') throw new NotStored(node.path);
    return field?.type === 'formula' ? field : undefined;
  };
  const moneyIn = ({ result, expression }: Field) =>
    result === 'money' ? moneyOf(expression as Expression, isMoney) : undefined;
  const stored = (node: Expression): Expression => {
    const formula = formulaAt(node);
    if (formula !== undefined) {
      const value = stored(moneyIn(formula)?.amount ?? (formula.expression as Expression));
      return valueKind(formula) === 'number'
        ? call('round', value, literal('number', String(formula.scale ?? 2)))
        : value;
    }
    if (node.node === 'related') throw new NotStored(node.object);
    if (node.node !== 'call') return node;
    const [input] = node.inputs;
    const money = node.call === 'currency' ? formulaAt(input) : undefined;
    const currency = money && moneyIn(money)?.currency;
    return currency === undefined ? call(node.call, ...node.inputs.map(stored)) : stored(currency);
  };
  return stored(tree);
}
