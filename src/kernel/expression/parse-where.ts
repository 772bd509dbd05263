import { circles } from '../circle.ts';
import { formatInstant, storableInstant } from '../field/date-time/date-time.ts';
import type { Field } from '../field/field.ts';
import { identifierInput } from '../field/identifier-input.ts';
import type { ParseContext } from '../field/type.ts';
import { fieldTypes } from '../field/types.ts';
import { type ValueKind, valueKind } from '../field/value-kind.ts';
import { type Complaint, Refusal, Unacceptable } from '../problem.ts';
import { type Operator, operators } from '../where.ts';
import { both, call, type Expression, given, literal, path } from './expression.ts';
import { operatorsOf } from './operators-of.ts';
import { periodDays } from './period.ts';
import { placesOf, windowOf } from './position.ts';
import { startOfDay } from './zone.ts';

/** What the reader of a condition must know about the object and the person. */
export interface WhereContext extends ParseContext {
  /** The field at a path, undefined when there is none that the person may use. */
  field(path: string): Field | undefined;
  /** By what a sealed value is found; absent where conditions are kept, which may ask only whether there is one. */
  readonly sealedForm?: ((value: string) => string) | undefined;
  readonly today: string;
  readonly timeZone: string;
  /**
   * How conditions are read on records of another object that lead here by a path; undefined when the person may not ask
   * of them. Absent where a condition is judged by the record alone.
   */
  related?(object: string, by: string): WhereContext | undefined;
}

const limits = { depth: 10, conditions: 200, list: 1000, related: 10, atLeast: 1000 };

/** Reads a condition as written in the API. Throws `Refusal` with every complaint it finds. */
export function parseWhere(where: unknown, context: WhereContext): Expression {
  const reader = new WhereReader(context);
  const expression = reader.read(where, 0);
  if (reader.complaints.length > 0) throw new Refusal('invalid', reader.complaints);
  return expression;
}

class WhereReader {
  readonly complaints: Complaint[] = [];
  readonly #context: WhereContext;
  readonly #tally: { conditions: number; related: number };

  constructor(context: WhereContext, tally = { conditions: 0, related: 0 }) {
    this.#context = context;
    this.#tally = tally;
  }

  read(where: unknown, depth: number): Expression {
    if (depth > limits.depth || ++this.#tally.conditions > limits.conditions)
      return this.#complain('where', 'tooDeep', limits);
    if (typeof where !== 'object' || where === null || Array.isArray(where))
      return this.#complain('where', 'notACondition');
    return both(
      ...Object.entries(where).map(([key, value]) => {
        if (key === 'and' || key === 'or') return this.#several(key, value, depth);
        if (key === 'has') return this.#related(value, depth);
        return key === 'not' ? call('not', this.read(value, depth + 1)) : this.#onField(key, value);
      }),
    );
  }

  #several(name: 'and' | 'or', value: unknown, depth: number): Expression {
    if (!Array.isArray(value)) return this.#complain('where', 'notAList');
    return call(name, ...value.map((item) => this.read(item, depth + 1)));
  }

  #related(value: unknown, depth: number): Expression {
    if (typeof value !== 'object' || value === null) return this.#complain('has', 'notRelated');
    const { object, by, where = {}, atLeast = 1, ...others } = value as Readonly<Record<string, unknown>>;
    if (typeof object !== 'string' || typeof by !== 'string' || Object.keys(others).length > 0)
      return this.#complain('has', 'notRelated');
    if (!Number.isInteger(atLeast) || Number(atLeast) < 1 || Number(atLeast) > limits.atLeast)
      return this.#complain('has.atLeast', 'outOfRange', { least: 1, most: limits.atLeast });
    if (++this.#tally.related > limits.related)
      return this.#complain('has', 'tooMany', { most: limits.related });
    if (this.#context.related === undefined) return this.#complain('has', 'relatedNotHere');
    const context = this.#context.related(object, by);
    if (context === undefined)
      return this.#complain('has', 'unknownRelated', {
        object: object.slice(0, 60),
        by: by.slice(0, 100),
      });
    const reader = new WhereReader(context, this.#tally);
    const condition = reader.read(where, depth + 1);
    this.complaints.push(
      ...reader.complaints.map((complaint) => ({ ...complaint, field: `${object}.${complaint.field}` })),
    );
    return { node: 'related', object, by, where: condition, atLeast: Number(atLeast) };
  }

  #onField(name: string, condition: unknown): Expression {
    const field = this.#context.field(name);
    if (field === undefined) return this.#complain(name.slice(0, 100), 'unknownField');
    if (condition === null) return this.#test(name, field, 'isNull', true);
    if (!isOperators(condition)) return this.#test(name, field, 'eq', condition);
    return both(
      ...Object.entries(condition).map(([operator, value]) => this.#test(name, field, operator, value)),
    );
  }

  #test(name: string, field: Field, operator: string, value: unknown): Expression {
    const known = this.#operatorsOf(field);
    if (!known.includes(operator as Operator)) {
      const code = field.sealed === true ? 'sealedOperator' : 'unknownOperator';
      return this.#complain(name, code, { operator: operator.slice(0, 30), operators: known.join(', ') });
    }
    try {
      return this.#predicate(name, field, operator as Operator, value);
    } catch (error) {
      if (!(error instanceof Unacceptable)) throw error;
      return this.#complain(name, error.code, error.parameters);
    }
  }

  #operatorsOf(field: Field): readonly Operator[] {
    return field.sealed === true && this.#context.sealedForm === undefined ? ['isNull'] : operatorsOf(field);
  }

  #predicate(name: string, field: Field, operator: Operator, value: unknown): Expression {
    const subject = path(name);
    const kind = valueKind(field);
    switch (operator) {
      case 'isNull':
        return fieldTypes.boolean.parse(value, field, this.#context) === true
          ? call('isNull', subject)
          : call('not', call('isNull', subject));
      case 'within':
        return call('within', subject, literal('list', windowOf(value)));
      case 'in':
        if (field.type === 'location') return call('liesIn', subject, literal('list', placesOf(value)));
        return typeof value === 'string'
          ? this.#inNamed(subject, field, value)
          : this.#in(subject, kind, this.#list(field, value));
      case 'nin':
        if (field.type === 'location')
          return call('not', call('liesIn', subject, literal('list', placesOf(value))));
        return call('not', this.#in(subject, kind, this.#list(field, value)));
      case 'between': {
        if (!Array.isArray(value) || value.length !== 2) throw new Unacceptable('notARange');
        return both(call('gte', subject, this.#value(field, value[0])), this.#upTo(subject, field, value[1]));
      }
      case 'lte':
        return this.#upTo(subject, field, value);
      case 'gt':
        return isDayOf(field, value)
          ? call('gte', subject, this.#value(field, nextDay(value)))
          : call('gt', subject, this.#value(field, value));
      case 'contains':
        return call(
          kind === 'list' ? 'has' : 'contains',
          subject,
          kind === 'list' ? this.#value(field, value) : literal('text', plainText(value)),
        );
      case 'startsWith':
        return call('startsWith', subject, literal('text', plainText(value)));
      default:
        if (value === null)
          return operator === 'ne' ? call('not', call('isNull', subject)) : call('isNull', subject);
        if (value === '$visible' && operator === 'eq' && kind === 'identifier')
          return call('visible', subject);
        if (value === '$changeable' && operator === 'eq' && kind === 'identifier')
          return call('changeable', subject);
        return call(operator, subject, this.#value(field, value));
    }
  }

  /** Up to a value; of an instant up to the end of a day, as the person counts days. */
  #upTo(subject: Expression, field: Field, value: unknown): Expression {
    return isDayOf(field, value)
      ? call('lt', subject, this.#value(field, nextDay(value)))
      : call('lte', subject, this.#value(field, value));
  }

  #in(subject: Expression, kind: ValueKind, items: readonly unknown[]): Expression {
    if (kind === 'list')
      return call('or', ...items.map((item) => call('has', subject, literal('text', item))));
    const present = items.filter((item) => item !== null);
    const found = call('in', subject, literal('list', present));
    return present.length === items.length ? found : call('or', call('isNull', subject), found);
  }

  /** A circle of people such as `$team`, or a period such as `thisQuarter` on a date. */
  #inNamed(subject: Expression, field: Field, name: string): Expression {
    const kind = valueKind(field);
    const circle = circles.find((one) => name === `$${one}`);
    if (circle !== undefined && kind === 'identifier') return call('in', subject, given(circle));
    const days = periodDays(name, this.#context.today);
    if (days === undefined || (kind !== 'date' && kind !== 'instant')) throw new Unacceptable('notAList');
    const [from, until] = days.map((day) =>
      literal(kind, kind === 'date' ? day : formatInstant(startOfDay(day, this.#context.timeZone))),
    );
    return both(call('gte', subject, from as Expression), call('lt', subject, until as Expression));
  }

  #list(field: Field, value: unknown): readonly unknown[] {
    if (!Array.isArray(value) || value.length > limits.list) throw new Unacceptable('notAList');
    return value.map((item) =>
      item === null ? null : (this.#value(field, item) as { value: unknown }).value,
    );
  }

  #value(field: Field, value: unknown): Expression {
    const kind = valueKind(field);
    if (value === '$actor' && (kind === 'identifier' || field.type === 'manyToMany')) return given('actor');
    if (value === '$now' && kind === 'instant') return given('now');
    if (value === '$today' && kind === 'date') return given('today');
    return literal(kind === 'list' ? 'text' : kind, comparisonValue(field, value, this.#context));
  }

  #complain(field: string, code: string, parameters: Complaint['parameters'] = {}): Expression {
    this.complaints.push({ field, code, parameters });
    return call('or');
  }
}

/** Reads a value as the field would, but as it is compared: money by its amount, a list by one member. */
function comparisonValue(field: Field, value: unknown, context: WhereContext): unknown {
  if (value === null || value === undefined) throw new Unacceptable('notText');
  const kind = valueKind(field);
  if (field.sealed === true) return context.sealedForm?.(plainText(value));
  if (kind === 'identifier' || field.type === 'manyToMany') return identifierInput(value);
  if (kind === 'number') {
    const amount = typeof value === 'object' && 'amount' in value ? value.amount : value;
    return fieldTypes.decimal.parse(amount, { ...field, scale: 12 }, context);
  }
  if (field.type === 'choice') return fieldTypes.choice.parse(value, field, context);
  if (field.type === 'multiChoice')
    return (fieldTypes.multiChoice.parse([value], field, context) as readonly string[])[0];
  if (kind === 'boolean') return fieldTypes.boolean.parse(value, field, context);
  if (kind === 'date') return fieldTypes.date.parse(value, field, context);
  if (kind === 'instant')
    return onlyDay(value)
      ? storableInstant(startOfDay(fieldTypes.date.parse(value, field, context) as string, context.timeZone))
      : fieldTypes.dateTime.parse(value, field, context);
  return plainText(value);
}

/** Whether a day is given where there are instants, so that the whole of it is meant. */
function isDayOf(field: Field, value: unknown): value is string {
  return valueKind(field) === 'instant' && field.sealed !== true && onlyDay(value);
}

function nextDay(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(next.getTime()) || next.toISOString().slice(0, 10) !== day) return day;
  const following = new Date(next.getTime() + 86_400_000).toISOString();
  // The last day that can be written stands for itself.
  return following.startsWith('+') ? day : following.slice(0, 10);
}

function onlyDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function plainText(value: unknown): string {
  return fieldTypes.longText.parse(
    value,
    { type: 'longText', required: false, maxLength: 1000 },
    { currency: '', currencies: [] },
  ) as string;
}

function isOperators(condition: unknown): condition is Readonly<Record<string, unknown>> {
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) return false;
  const keys = Object.keys(condition);
  return (
    keys.length > 0 &&
    !keys.every(
      (key) =>
        ['amount', 'currency', 'object', 'id'].includes(key) &&
        !(operators as readonly string[]).includes(key),
    )
  );
}
