import type { Expression } from '../expression.ts';
import { textFunctions } from './functions.ts';

/** How tightly the parts of a written expression hold together: what holds less stands in parentheses. */
const tightness = { or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, single: 7 } as const;

/** The tree as text, which reads back as the same tree. */
export function printExpression(tree: Expression): string {
  return written(tree, 0);
}

const signs: Readonly<Record<string, readonly [string, number, number, number]>> = {
  // The sign, how tightly it holds, and what its left and right must hold at least.
  eq: ['=', tightness.comparison, tightness.sum, tightness.sum],
  ne: ['!=', tightness.comparison, tightness.sum, tightness.sum],
  lt: ['<', tightness.comparison, tightness.sum, tightness.sum],
  lte: ['<=', tightness.comparison, tightness.sum, tightness.sum],
  gt: ['>', tightness.comparison, tightness.sum, tightness.sum],
  gte: ['>=', tightness.comparison, tightness.sum, tightness.sum],
  in: ['in', tightness.comparison, tightness.sum, tightness.single],
  add: ['+', tightness.sum, tightness.sum, tightness.product],
  subtract: ['-', tightness.sum, tightness.sum, tightness.product],
  multiply: ['*', tightness.product, tightness.product, tightness.single],
  divide: ['/', tightness.product, tightness.product, tightness.single],
};

function written(tree: Expression, least: number): string {
  const within = (own: number, text: string) => (own < least ? `(${text})` : text);
  switch (tree.node) {
    case 'path':
      return tree.path;
    case 'literal':
      return literalText(tree.value, tree.kind);
    case 'given':
      return `${functionName((means) => means !== 'switch' && 'given' in means && means.given === tree.name, tree.name)}()`;
    case 'related':
      throw new Error('A condition on related records cannot be written as text');
  }
  const [first, second] = tree.inputs as readonly [Expression, Expression];
  const infix = signs[tree.call];
  if (infix !== undefined) {
    const [sign, own, left, right] = infix;
    return within(own, `${written(first, left)} ${sign} ${written(second, right)}`);
  }
  if (tree.call === 'not') return within(tightness.not, `not ${written(first, tightness.not)}`);
  if (tree.call === 'and' || tree.call === 'or') {
    const own = tightness[tree.call];
    return within(own, tree.inputs.map((input) => written(input, own + 1)).join(` ${tree.call} `));
  }
  const name = functionName(
    (means) => means !== 'switch' && 'call' in means && means.call === tree.call,
    tree.call,
  );
  return `${name}(${tree.inputs.map((input) => written(input, 0)).join(', ')})`;
}

function functionName(
  is: (means: (typeof textFunctions)[number]['means']) => boolean,
  otherwise: string,
): string {
  const found = textFunctions.find(({ means }) => is(means));
  if (found === undefined) throw new Error(`${otherwise} cannot be written as text`);
  return found.name;
}

function literalText(value: unknown, kind: string): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return `(${value.map((item) => quotation(String(item))).join(', ')})`;
  if (typeof value === 'object' && 'amount' in value && 'currency' in value)
    return `money(${value.amount}, ${quotation(String(value.currency))})`;
  if (kind === 'date') return `date(${quotation(String(value))})`;
  if (kind === 'instant') return `dateTime(${quotation(String(value))})`;
  return kind === 'text' ? quotation(String(value)) : String(value);
}

function quotation(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
