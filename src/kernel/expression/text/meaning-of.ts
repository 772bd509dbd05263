import type { Field, FieldTypeName } from '../../field/field.ts';
import { tellsCurrency } from '../../field/tells-currency.ts';
import type { ValueKind } from '../../field/value-kind.ts';
import { call, type Expression, literal } from '../expression.ts';
import { calendarUnits } from '../function-bounds.ts';
import { type MoneyTrees, moneyOf } from '../money-of.ts';
import { ExpressionFault } from './expression-fault.ts';
import { type Parsed, parseExpression } from './parse-expression.ts';
import { type Signature, signatures } from './signatures.ts';
import { resultTypes, typeOfField, type WrittenKind, type WrittenType } from './written-type.ts';

/** What a written expression comes to: a tree that the product runs, and the type of its value. */
export interface Meaning {
  readonly result: FieldTypeName;
  readonly expression: Expression;
}

/**
 * Understands what somebody has written: every part has a type, and what cannot be put together is refused where it
 * stands. Amounts of money are compared within one currency. Throws an `ExpressionFault`.
 */
export function meaningOf(
  text: string,
  fieldAt: (path: string) => Field | undefined,
  wanted?: FieldTypeName,
): Meaning {
  const parsed = parseExpression(text);
  const { type, tree } = new Reading(parsed, fieldAt).of(parsed.tree);
  const result = resultTypes[type.kind];
  const at = parsed.spanOf(parsed.tree);
  if (result === undefined) throw new ExpressionFault('expressionNoValue', at, { found: type.kind });
  if (wanted !== undefined && result !== wanted)
    throw new ExpressionFault('expressionWantedType', at, { found: type.kind, wanted });
  return { result, expression: tree };
}

interface Typed {
  readonly type: WrittenType;
  readonly tree: Expression;
}

type Call = Extract<Expression, { node: 'call' }>;

/** Kinds that have an order. */
const ordered: ReadonlySet<WrittenKind> = new Set(['number', 'money', 'date', 'instant', 'text']);
/** Kinds that can stand in a text. */
const writable: ReadonlySet<WrittenKind> = new Set([
  'text',
  'number',
  'money',
  'date',
  'instant',
  'boolean',
  'empty',
]);
/** Kinds of which one is the smallest and one the largest. */
const extremes = ['number', 'money', 'date', 'instant', 'empty'] as const;
const literalKinds: Readonly<Partial<Record<WrittenKind, ValueKind>>> = {
  money: 'number',
  record: 'identifier',
};

class Reading {
  readonly #parsed: Parsed;
  readonly #fieldAt: (path: string) => Field | undefined;

  constructor(parsed: Parsed, fieldAt: (path: string) => Field | undefined) {
    this.#parsed = parsed;
    this.#fieldAt = fieldAt;
  }

  of(node: Expression): Typed {
    switch (node.node) {
      case 'path':
        return this.#path(node, node.path);
      case 'literal':
        return { type: { kind: kindOfLiteral(node) }, tree: node };
      case 'given':
        return {
          type: { kind: node.name === 'today' ? 'date' : node.name === 'now' ? 'instant' : 'record' },
          tree: node,
        };
      case 'related':
        throw this.#fault('expressionNoValue', node, { found: 'list' });
      case 'call':
        return this.#call(node);
    }
  }

  #path(node: Expression, path: string): Typed {
    const field = this.#fieldAt(path);
    if (field === undefined) throw this.#fault('expressionField', node, { path: path.slice(0, 100) });
    const type = typeOfField(field);
    if (type === undefined) throw this.#fault('expressionUnreadable', node, { path: path.slice(0, 100) });
    return { type, tree: node };
  }

  #call(node: Call): Typed {
    const [first, second, third] = node.inputs as readonly [Expression, Expression, Expression];
    switch (node.call) {
      case 'and':
      case 'or':
      case 'not':
        return boolean(call(node.call, ...node.inputs.map((input) => this.#must(input, 'boolean').tree)));
      case 'eq':
      case 'ne':
      case 'gt':
      case 'gte':
      case 'lt':
      case 'lte':
        return boolean(this.#compared(node, first, second));
      case 'in': {
        const left = this.#must(first, 'text');
        for (const item of (second as { value: readonly string[] }).value)
          this.#mustBeChoice(second, left.type, item);
        return boolean(call('in', left.tree, second));
      }
      case 'contains':
      case 'startsWith':
      case 'endsWith':
        return boolean(call(node.call, this.#must(first, 'text').tree, this.#must(second, 'text').tree));
      case 'has': {
        const list = this.#must(first, 'list');
        const item = this.#must(second, 'text', 'record');
        if (item.tree.node === 'literal') this.#mustBeChoice(second, list.type, String(item.tree.value));
        return boolean(call('has', list.tree, item.tree));
      }
      case 'isNull':
        return boolean(call('isNull', this.#amountOr(this.of(first))));
      case 'add':
      case 'subtract': {
        const [left, right] = [this.#must(first, 'number', 'money'), this.#must(second, 'number', 'money')];
        const mixed = left.type.kind !== right.type.kind;
        if (mixed) throw this.#fault('expressionMoneyAndNumber', node);
        return { type: left.type, tree: call(node.call, left.tree, right.tree) };
      }
      case 'multiply': {
        const [left, right] = [this.#must(first, 'number', 'money'), this.#must(second, 'number', 'money')];
        const money = [left, right].filter(({ type }) => type.kind === 'money');
        if (money.length === 2) throw this.#fault('expressionMoneyTimesMoney', node);
        return { type: (money[0] ?? left).type, tree: call('multiply', left.tree, right.tree) };
      }
      case 'divide':
        return this.#divided(
          node,
          this.#must(first, 'number', 'money'),
          this.#must(second, 'number', 'money'),
        );
      case 'round': {
        const number = this.#must(first, 'number', 'money');
        const places =
          second.node === 'literal' && /^\d{1,2}$/.test(String(second.value)) ? Number(second.value) : 99;
        if (places > 12) throw this.#fault('expressionPlaces', second);
        return { type: number.type, tree: call('round', number.tree, second) };
      }
      case 'absolute':
      case 'floor':
      case 'ceiling': {
        const { type, tree } = this.#must(first, 'number', 'money');
        return { type, tree: call(node.call, tree) };
      }
      case 'floorTo':
      case 'ceilingTo':
      case 'roundTo': {
        const { type, tree } = this.#must(first, 'number', 'money');
        return { type, tree: call(node.call, tree, this.#must(second, 'number').tree) };
      }
      case 'filled': {
        const parts = node.inputs.map((input) => this.#must(input, ...writable, 'record'));
        return {
          type: { kind: 'number' },
          tree: call('filled', ...parts.map((part) => this.#amountOr(part))),
        };
      }
      case 'least':
      case 'greatest': {
        for (const input of node.inputs) this.#must(input, ...extremes);
        const { type, trees } = this.#alike(node.inputs);
        return { type, tree: call(node.call, ...trees) };
      }
      case 'currency': {
        const { currency } = this.#money(this.#must(first, 'money').tree);
        return { type: { kind: 'text' }, tree: currency };
      }
      case 'concat': {
        const parts = node.inputs.map((input) => this.#must(input, ...writable));
        return { type: { kind: 'text' }, tree: call('concat', ...parts.map((part) => this.#amountOr(part))) };
      }
      case 'if': {
        const condition = this.#must(first, 'boolean').tree;
        const { type, trees } = this.#alike([second, third]);
        return { type, tree: call('if', condition, ...trees) };
      }
      case 'coalesce': {
        const { type, trees } = this.#alike(node.inputs);
        return { type, tree: call('coalesce', ...trees) };
      }
      case 'daysBetween': {
        const [from, to] = [this.#must(first, 'date', 'instant'), this.#must(second, 'date', 'instant')];
        if (from.type.kind !== to.type.kind) throw this.#unlike(node, from.type, to.type);
        return { type: { kind: 'number' }, tree: call('daysBetween', from.tree, to.tree) };
      }
      default:
        if (!(node.call in signatures)) throw this.#fault('expressionFunction', node, { name: node.call });
        return this.#plain(node, signatures[node.call as keyof typeof signatures]);
    }
  }

  /** A function that always takes and gives the same kinds. */
  #plain(node: Call, { takes, gives }: Signature): Typed {
    const trees = takes.map((kind, index) => {
      const input = node.inputs[index] as Expression;
      if (kind === 'unit') return this.#unit(input);
      if (kind !== 'day') return this.#must(input, kind).tree;
      const { type, tree } = this.#must(input, 'date', 'instant');
      return type.kind === 'instant' ? call('dateOf', tree) : tree;
    });
    return { type: { kind: gives }, tree: call(node.call, ...trees) };
  }

  #unit(node: Expression): Expression {
    if (node.node === 'literal' && calendarUnits.some((unit) => unit === node.value)) return node;
    throw this.#fault('expressionUnit', node, { units: calendarUnits.map((unit) => `"${unit}"`).join(', ') });
  }

  #compared(node: Call, first: Expression, second: Expression): Expression {
    const [left, right] = [this.of(first), this.of(second)];
    const same = node.call === 'eq' || node.call === 'ne';
    const empty = [left, right].findIndex(({ type }) => type.kind === 'empty');
    if (empty >= 0) {
      if (!same) throw this.#fault('expressionNoOrder', node, { found: 'empty' });
      const isEmpty = call('isNull', this.#amountOr(empty === 0 ? right : left));
      return node.call === 'eq' ? isEmpty : call('not', isEmpty);
    }
    if (left.type.kind !== right.type.kind) {
      const kinds = [left.type.kind, right.type.kind];
      if (kinds.includes('money') && kinds.includes('number'))
        throw this.#fault('expressionMoneyAndNumber', node);
      throw this.#unlike(node, left.type, right.type);
    }
    if (left.type.kind === 'list') throw this.#fault('expressionListCompared', node);
    const choice = left.type.choices ?? right.type.choices;
    if (!same && (!ordered.has(left.type.kind) || choice !== undefined))
      throw this.#fault('expressionNoOrder', node, { found: choice ? 'choice' : left.type.kind });
    if (right.tree.node === 'literal') this.#mustBeChoice(second, left.type, String(right.tree.value));
    if (left.tree.node === 'literal') this.#mustBeChoice(first, right.type, String(left.tree.value));
    if (left.type.kind !== 'money') return call(node.call, left.tree, right.tree);
    const [one, other] = [this.#money(left.tree), this.#money(right.tree)];
    const within = call('eq', one.currency, other.currency);
    return node.call === 'ne'
      ? call('not', call('and', within, call('eq', one.amount, other.amount)))
      : call('and', within, call(node.call, one.amount, other.amount));
  }

  /** Money by a number is money, money by money of the same currency a number. */
  #divided(node: Call, left: Typed, right: Typed): Typed {
    if (right.type.kind === 'number') return { type: left.type, tree: call('divide', left.tree, right.tree) };
    if (left.type.kind === 'number') throw this.#fault('expressionNumberByMoney', node);
    const [one, other] = [this.#money(left.tree), this.#money(right.tree)];
    const ratio = call('divide', one.amount, other.amount);
    const within = call('eq', one.currency, other.currency);
    return { type: { kind: 'number' }, tree: call('if', within, ratio, literal('number', null)) };
  }

  /** Inputs that stand for one another, an empty one as a value of the others' kind. */
  #alike(inputs: readonly Expression[]): {
    readonly type: WrittenType;
    readonly trees: readonly Expression[];
  } {
    const all = inputs.map((input) => this.of(input));
    const type = all.find((one) => one.type.kind !== 'empty')?.type ?? { kind: 'empty' };
    for (const [index, one] of all.entries())
      if (one.type.kind !== 'empty' && one.type.kind !== type.kind)
        throw this.#unlike(inputs[index] as Expression, type, one.type);
    if (type.kind === 'list') throw this.#fault('expressionListCompared', inputs[0] as Expression);
    const kind = literalKinds[type.kind] ?? (type.kind === 'empty' ? 'text' : (type.kind as ValueKind));
    const trees = all.map((one) => (one.type.kind === 'empty' ? literal(kind, null) : one.tree));
    const choices = all.every((one) => one.type.choices === type.choices) ? type.choices : undefined;
    return { type: { kind: type.kind, ...(choices && { choices }) }, trees };
  }

  #must(input: Expression, ...kinds: readonly WrittenKind[]): Typed {
    const found = this.of(input);
    if (kinds.includes(found.type.kind)) return found;
    throw this.#fault('expressionWantedType', input, { found: found.type.kind, wanted: kinds[0] as string });
  }

  #mustBeChoice(node: Expression, { choices }: WrittenType, value: string): void {
    if (choices !== undefined && !choices.includes(value))
      throw this.#fault('expressionChoice', node, {
        value: value.slice(0, 60),
        choices: choices.slice(0, 20).join(', '),
      });
  }

  #amountOr({ type, tree }: Typed): Expression {
    return type.kind === 'money' ? this.#money(tree).amount : tree;
  }

  #money(tree: Expression): MoneyTrees {
    return moneyOf(tree, (path) =>
      tellsCurrency(this.#fieldAt(path) ?? { type: 'text', required: false }),
    ) as MoneyTrees;
  }

  #unlike(node: Expression, one: WrittenType, other: WrittenType): ExpressionFault {
    return this.#fault('expressionUnlike', node, { one: one.kind, other: other.kind });
  }

  #fault(
    code: string,
    node: Expression,
    parameters: Readonly<Record<string, string | number>> = {},
  ): ExpressionFault {
    return new ExpressionFault(code, this.#parsed.spanOf(node), parameters);
  }
}

function boolean(tree: Expression): Typed {
  return { type: { kind: 'boolean' }, tree };
}

function kindOfLiteral({ kind, value }: Extract<Expression, { node: 'literal' }>): WrittenKind {
  if (value === null) return 'empty';
  if (typeof value === 'object' && 'amount' in value) return 'money';
  return kind as WrittenKind;
}
