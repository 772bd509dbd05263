import { fieldTypes } from '../../field/types.ts';
import { Unacceptable } from '../../problem.ts';
import { call, type Expression, type FunctionName, given, literal, path } from '../expression.ts';
import { ExpressionFault, type Span } from './expression-fault.ts';
import { expressionLimits } from './expression-limits.ts';
import { type TextFunction, textFunction } from './functions.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A tree with where each of its nodes stands in the text. */
export interface Parsed {
  readonly tree: Expression;
  spanOf(node: Expression): Span;
}

/** Reads an expression that somebody has written. Throws an `ExpressionFault` at the first thing that is wrong. */
export function parseExpression(text: string): Parsed {
  const most = expressionLimits.characters;
  if (text.length > most)
    throw new ExpressionFault('expressionTooLong', { from: most, to: text.length }, { most });
  return new Parser(text).parsed();
}

const comparisons: Readonly<Record<string, FunctionName>> = {
  ...{ '=': 'eq', '!=': 'ne', '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' },
};
const sums: Readonly<Record<string, FunctionName>> = { '+': 'add', '-': 'subtract' };
const products: Readonly<Record<string, FunctionName>> = { '*': 'multiply', '/': 'divide' };

class Parser {
  readonly #tokens: readonly Token[];
  readonly #spans = new Map<Expression, Span>();
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  parsed(): Parsed {
    const { kind, span } = this.#next;
    if (kind === 'end') throw new ExpressionFault('expressionEmpty', span);
    const tree = this.#any();
    if (this.#next.kind !== 'end') throw this.#unexpected();
    return { tree, spanOf: (node) => this.#spans.get(node) ?? { from: 0, to: 0 } };
  }

  #any(): Expression {
    return this.#several('or', () => this.#several('and', () => this.#not()));
  }

  #several(word: 'and' | 'or', one: () => Expression): Expression {
    const from = this.#next.span.from;
    const inputs = [one()];
    while (this.#took('word', word)) inputs.push(one());
    return inputs.length === 1 ? (inputs[0] as Expression) : this.#node(call(word, ...inputs), from);
  }

  #not(): Expression {
    const from = this.#next.span.from;
    if (!this.#took('word', 'not')) return this.#comparison();
    return this.#deeper(() => this.#node(call('not', this.#not()), from));
  }

  #comparison(): Expression {
    const from = this.#next.span.from;
    const left = this.#sum();
    if (this.#took('word', 'in')) return this.#node(call('in', left, this.#list()), from);
    const name = this.#next.kind === 'sign' ? comparisons[this.#next.value] : undefined;
    if (name === undefined) return left;
    this.#at += 1;
    const compared = this.#node(call(name, left, this.#sum()), from);
    if (this.#next.kind === 'sign' && this.#next.value in comparisons) throw this.#unexpected();
    return compared;
  }

  #sum(): Expression {
    return this.#chain(sums, () => this.#chain(products, () => this.#signed()));
  }

  #chain(signs: Readonly<Record<string, FunctionName>>, one: () => Expression): Expression {
    const from = this.#next.span.from;
    let left = one();
    for (;;) {
      const name = this.#next.kind === 'sign' ? signs[this.#next.value] : undefined;
      if (name === undefined) return left;
      this.#at += 1;
      left = this.#node(call(name, left, one()), from);
    }
  }

  #signed(): Expression {
    const from = this.#next.span.from;
    if (!this.#took('sign', '-')) return this.#primary();
    if (this.#next.kind === 'number') return this.#node(literal('number', `-${this.#take().value}`), from);
    return this.#deeper(() => {
      const minus = this.#node(literal('number', '-1'), from);
      return this.#node(call('multiply', this.#signed(), minus), from);
    });
  }

  #primary(): Expression {
    const { kind, value, span } = this.#next;
    const from = span.from;
    switch (kind) {
      case 'number':
        this.#at += 1;
        return this.#node(literal('number', value), from);
      case 'text':
        this.#at += 1;
        return this.#node(literal('text', value), from);
      case 'word':
        if (value !== 'true' && value !== 'false' && value !== 'empty') throw this.#unexpected();
        this.#at += 1;
        return this.#node(
          value === 'empty' ? literal('text', null) : literal('boolean', value === 'true'),
          from,
        );
      case 'name': {
        this.#at += 1;
        return this.#took('sign', '(') ? this.#function(value, span) : this.#node(path(value), from);
      }
      default: {
        if (!this.#took('sign', '(')) throw this.#unexpected();
        const inner = this.#deeper(() => this.#any());
        this.#must(')');
        return inner;
      }
    }
  }

  #function(name: string, span: Span): Expression {
    const found = textFunction(name);
    if (found === undefined)
      throw new ExpressionFault('expressionFunction', span, { name: name.slice(0, 60) });
    const inputs: Expression[] = [];
    if (!this.#took('sign', ')')) {
      do inputs.push(this.#deeper(() => this.#any()));
      while (this.#took('sign', ','));
      this.#must(')');
    }
    const whole = { from: span.from, to: this.#last.span.to };
    const { length } = found.inputs;
    if (!takes(found, inputs.length))
      throw new ExpressionFault('expressionInputs', whole, { name: found.name, count: length });
    if (found.pairs !== undefined) return this.#cases(found.pairs, inputs, span.from);
    return this.#node(
      meant(found, inputs, (node) => this.#spans.get(node) ?? whole),
      span.from,
    );
  }

  /** What follows from the first condition that holds, or from the first value that is the same; else the last input. */
  #cases(start: number, inputs: readonly Expression[], from: number): Expression {
    const last = inputs.at(-1) as Expression;
    const pairs = Array.from({ length: (inputs.length - 1 - start) / 2 }, (_, index) => {
      const [asked, then] = inputs.slice(start + 2 * index) as [Expression, Expression];
      const condition = start === 0 ? asked : this.#node(call('eq', inputs[0] as Expression, asked), from);
      return { condition, then };
    });
    return pairs.reduceRight(
      (otherwise, { condition, then }) => this.#node(call('if', condition, then, otherwise), from),
      last,
    );
  }

  #list(): Expression {
    const from = this.#next.span.from;
    this.#must('(');
    const items: string[] = [];
    do {
      if (this.#next.kind !== 'text') throw new ExpressionFault('expressionListOfTexts', this.#next.span);
      items.push(this.#take().value);
    } while (this.#took('sign', ','));
    this.#must(')');
    return this.#node(literal('list', items), from);
  }

  #deeper<Result>(read: () => Result): Result {
    this.#depth += 1;
    const { depth } = expressionLimits;
    if (this.#depth > depth) throw new ExpressionFault('expressionTooDeep', this.#next.span, { most: depth });
    const result = read();
    this.#depth -= 1;
    return result;
  }

  #node<Node extends Expression>(node: Node, from: number): Node {
    const span = { from, to: this.#last.span.to };
    this.#spans.set(node, span);
    const { nodes } = expressionLimits;
    if (this.#spans.size > nodes) throw new ExpressionFault('expressionTooLarge', span, { most: nodes });
    return node;
  }

  get #next(): Token {
    return this.#tokens[this.#at] as Token;
  }

  get #last(): Token {
    return this.#tokens[Math.max(0, this.#at - 1)] as Token;
  }

  #take(): Token {
    this.#at += 1;
    return this.#last;
  }

  #took(kind: Token['kind'], value: string): boolean {
    const found = this.#next.kind === kind && this.#next.value === value;
    if (found) this.#at += 1;
    return found;
  }

  #must(sign: string): void {
    if (!this.#took('sign', sign)) throw this.#unexpected(sign);
  }

  #unexpected(wanted?: string): ExpressionFault {
    const { kind, value, span } = this.#next;
    if (kind === 'end') return new ExpressionFault('expressionEndsEarly', span);
    const found = value.slice(0, 40);
    return wanted === undefined
      ? new ExpressionFault('expressionUnexpected', span, { found })
      : new ExpressionFault('expressionWanted', span, { found, wanted });
  }
}

/** Whether a function can have so many inputs. */
function takes({ inputs: { length }, repeats, pairs }: TextFunction, count: number): boolean {
  if (repeats || pairs !== undefined) return count >= length && (repeats || (count - length) % 2 === 0);
  return count === length;
}

/** What a function stands for in the tree. */
function meant(
  { name, means }: TextFunction,
  inputs: readonly Expression[],
  spanOf: (node: Expression) => Span,
): Expression {
  if (means === 'switch') throw new Error(`${name} is made up of cases`);
  if ('call' in means) return call(means.call, ...inputs);
  if ('given' in means) return given(means.given);
  const [first, second] = inputs;
  const written = (node: Expression | undefined, kind: 'text' | 'number'): string => {
    if (node?.node === 'literal' && node.kind === kind && typeof node.value === 'string') return node.value;
    const at = spanOf(node as Expression);
    throw new ExpressionFault(kind === 'text' ? 'expressionWrittenText' : 'expressionWrittenNumber', at, {
      name,
    });
  };
  if (means.literal === 'money') {
    const [amount, currency] = [written(first, 'number'), written(second, 'text')];
    if (!/^[A-Z]{3}$/.test(currency))
      throw new ExpressionFault('expressionCurrency', spanOf(second as Expression));
    return literal('number', { amount, currency });
  }
  const type = means.literal === 'date' ? 'date' : 'dateTime';
  const value = written(first, 'text');
  try {
    const field = { type, required: false } as const;
    return literal(means.literal, fieldTypes[type].parse(value, field, { currency: '', currencies: [] }));
  } catch (error) {
    if (!(error instanceof Unacceptable)) throw error;
    throw new ExpressionFault(
      `expression${type === 'date' ? 'Date' : 'DateTime'}`,
      spanOf(first as Expression),
    );
  }
}
