import { call, type Expression, literal } from './expression.ts';

/** An amount of money and its currency, each a tree; they are empty together. */
export interface MoneyTrees {
  readonly amount: Expression;
  readonly currency: Expression;
}

/** What a formula makes of money and can never mean anything, such as an amount to which a number is added. */
export class MixedMoney extends Error {}

const noAmount = literal('number', null);
const noCurrency = literal('text', null);

/**
 * What a tree over money yields: money scaled by numbers keeps its currency, amounts are added up in the one currency
 * that they share and are nothing in two. Undefined when the tree yields no money.
 */
export function moneyOf(tree: Expression, isMoney: (path: string) => boolean): MoneyTrees | undefined {
  const money = moneyIn(tree, isMoney);
  return money && { ...money, currency: call('if', isThere(money), money.currency, noCurrency) };
}

function moneyIn(tree: Expression, isMoney: (path: string) => boolean): MoneyTrees | undefined {
  if (tree.node === 'path')
    return isMoney(tree.path) ? { amount: tree, currency: call('currency', tree) } : undefined;
  if (tree.node === 'literal') return moneyOfLiteral(tree.value);
  if (tree.node !== 'call') return undefined;
  const [first, second] = tree.inputs as readonly [Expression, Expression];
  const of = (input: Expression) => moneyIn(input, isMoney);
  switch (tree.call) {
    case 'add':
    case 'subtract': {
      const terms = termsOf(tree);
      const money = allOrNone(
        tree.call,
        terms.map(({ input }) => input),
        of,
      );
      return money.every((one) => one !== undefined) ? inOneCurrency(terms, money) : undefined;
    }
    case 'multiply': {
      const [left, right] = [of(first), of(second)];
      if (left && right) throw new MixedMoney('multiplies money by money');
      return scaled(tree.call, left, second) ?? scaled(tree.call, right, first);
    }
    case 'divide': {
      const [left, right] = [of(first), of(second)];
      if (right && !left) throw new MixedMoney('divides a number by money');
      return right === undefined ? scaled(tree.call, left, second) : undefined;
    }
    case 'round':
    case 'floorTo':
    case 'ceilingTo':
    case 'roundTo':
      return scaled(tree.call, of(first), second);
    case 'absolute':
    case 'floor':
    case 'ceiling': {
      const money = of(first);
      return money && { ...money, amount: call(tree.call, money.amount) };
    }
    case 'least':
    case 'greatest': {
      const money = allOrNone(tree.call, tree.inputs, of);
      return money.every((one) => one !== undefined) ? extreme(tree.call, money) : undefined;
    }
    case 'if': {
      const [then, otherwise] = allOrNone(tree.call, [second, tree.inputs[2] as Expression], of);
      return then && otherwise && either(first, then, otherwise);
    }
    case 'coalesce':
      return allOrNone(tree.call, tree.inputs, of).reduceRight(
        (rest, one) => one && (rest ? either(isThere(one), one, rest) : one),
        undefined,
      );
    default:
      return undefined;
  }
}

/** The inputs as money, an empty literal as none of any currency; undefined for each when none of them is money. */
function allOrNone(
  name: string,
  inputs: readonly Expression[],
  of: (input: Expression) => MoneyTrees | undefined,
): readonly (MoneyTrees | undefined)[] {
  const read = inputs.map(of);
  if (read.every((one) => one === undefined)) return read;
  return read.map((one, index) => {
    const input = inputs[index];
    if (one !== undefined) return one;
    if (input?.node === 'literal' && input.value === null) return { amount: noAmount, currency: noCurrency };
    throw new MixedMoney(`takes money and a number for one another (${name})`);
  });
}

function scaled(
  name: 'multiply' | 'divide' | 'round' | 'floorTo' | 'ceilingTo' | 'roundTo',
  money: MoneyTrees | undefined,
  by: Expression,
): MoneyTrees | undefined {
  return money && { ...money, amount: call(name, money.amount, by) };
}

interface Term {
  readonly sign: 'add' | 'subtract';
  readonly input: Expression;
}

/** What a chain such as a + b - c adds up; taken together, so that its currencies are compared once each. */
function termsOf(tree: Expression): readonly Term[] {
  if (tree.node !== 'call' || (tree.call !== 'add' && tree.call !== 'subtract'))
    return [{ sign: 'add', input: tree }];
  const [left, right] = tree.inputs as readonly [Expression, Expression];
  return [...termsOf(left), { sign: tree.call, input: right }];
}

function inOneCurrency(terms: readonly Term[], money: readonly MoneyTrees[]): MoneyTrees {
  const [first, ...others] = money as readonly [MoneyTrees, ...MoneyTrees[]];
  const alike = others.map(({ currency }) => call('eq', first.currency, currency));
  const same = alike.length === 1 ? (alike[0] as Expression) : call('and', ...alike);
  const amount = others.reduce(
    (sum, one, index) => call(terms[index + 1]?.sign ?? 'add', sum, one.amount),
    first.amount,
  );
  return {
    amount: call('if', same, amount, noAmount),
    currency: call('if', same, first.currency, noCurrency),
  };
}

/** The smallest or largest of the amounts that are there, where all of them are in one currency. */
function extreme(name: 'least' | 'greatest', money: readonly MoneyTrees[]): MoneyTrees {
  const currency = call(
    'coalesce',
    ...money.map((one) => call('if', isThere(one), one.currency, noCurrency)),
  );
  const same = call(
    'and',
    ...money.map((one) => call('or', call('not', isThere(one)), call('eq', currency, one.currency))),
  );
  const amount = call(name, ...money.map((one) => one.amount));
  return { amount: call('if', same, amount, noAmount), currency };
}

function moneyOfLiteral(value: unknown): MoneyTrees | undefined {
  if (typeof value !== 'object' || value === null || !('amount' in value && 'currency' in value))
    return undefined;
  return { amount: literal('number', value.amount), currency: literal('text', value.currency) };
}

function either(condition: Expression, then: MoneyTrees, otherwise: MoneyTrees): MoneyTrees {
  return {
    amount: call('if', condition, then.amount, otherwise.amount),
    currency: call('if', condition, then.currency, otherwise.currency),
  };
}

function isThere({ amount }: MoneyTrees): Expression {
  return call('not', call('isNull', amount));
}
