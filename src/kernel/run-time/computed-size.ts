import type { Expression } from '../expression/expression.ts';
import { moneyOf } from '../expression/money-of.ts';
import type { Meaning } from '../expression/text/meaning-of.ts';
import { tellsCurrency } from '../field/tells-currency.ts';
import type { ObjectModel, Registry } from '../registry.ts';
import { resolvePath } from '../resolve.ts';

/** The most nodes that a formula may come to, with those of the formulas that it reads. */
export const mostComputed = 3000;

/** Whether a formula, with every formula that it reads, stays within so many nodes; it never looks at more. */
export function isWithin(registry: Registry, object: ObjectModel, meaning: Meaning, most: number): boolean {
  return left(registry, object, meaning, most) >= 0;
}

/** How much room is left; negative when there is none. */
function left(registry: Registry, object: ObjectModel, meaning: Meaning, room: number): number {
  const fieldAt = (path: string) => resolvePath(registry, object, path);
  const isMoney = (path: string) => {
    const field = fieldAt(path)?.field;
    return field !== undefined && tellsCurrency(field);
  };
  const walk = (tree: Expression, within: number): number => {
    if (within <= 0) return -1;
    if (tree.node === 'call') return tree.inputs.reduce((rest, input) => walk(input, rest), within - 1);
    const read = tree.node === 'path' ? fieldAt(tree.path) : undefined;
    if (read === undefined || read.field.type !== 'formula') return within - 1;
    const { expression, result = 'text' } = read.field;
    return left(registry, read.object, { expression: expression as Expression, result }, within - 1);
  };
  const money = meaning.result === 'money' ? moneyOf(meaning.expression, isMoney) : undefined;
  if (money === undefined) return walk(meaning.expression, room);
  return walk(money.currency, walk(money.amount, room));
}
