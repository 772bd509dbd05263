import { type Circle, circles } from '../circle.ts';
import type { ValueKind } from '../field/value-kind.ts';
import type { Expression, FunctionName, Given } from './expression.ts';

const results: Partial<Record<FunctionName, ValueKind>> = {
  add: 'number',
  subtract: 'number',
  multiply: 'number',
  divide: 'number',
  round: 'number',
  ...alike('number', [
    'absolute',
    'floor',
    'ceiling',
    'remainder',
    'length',
    'filled',
    'position',
    'toNumber',
  ]),
  ...alike('number', ['sign', 'power', 'squareRoot', 'floorTo', 'ceilingTo', 'roundTo', 'hour', 'minute']),
  ...alike('number', ['year', 'quarter', 'month', 'week', 'day', 'weekday']),
  ...alike('number', ['daysBetween', 'monthsBetween', 'yearsBetween', 'hoursBetween', 'workingDaysBetween']),
  ...alike('text', ['concat', 'currency', 'left', 'right', 'middle', 'upper', 'lower', 'trim', 'replace']),
  ...alike('text', ['repeat', 'splitPart', 'padLeft', 'padRight']),
  ...alike('date', [
    'addDays',
    'addMonths',
    'addYears',
    'startOf',
    'endOf',
    'dateOf',
    'dayOf',
    'addWorkingDays',
  ]),
  addHours: 'instant',
};

/** Functions that give one of their inputs. */
const yieldsInput: ReadonlySet<FunctionName> = new Set(['coalesce', 'least', 'greatest']);

const given: Readonly<Record<Given, ValueKind>> = {
  actor: 'identifier',
  ...(Object.fromEntries(circles.map((circle) => [circle, 'list'])) as Record<Circle, 'list'>),
  today: 'date',
  now: 'instant',
};

/** The kind of value that a tree yields, given the kinds of the paths it reads. */
export function kindOf(expression: Expression, kindOfPath: (path: string) => ValueKind): ValueKind {
  switch (expression.node) {
    case 'literal':
      return expression.kind;
    case 'path':
      return kindOfPath(expression.path);
    case 'given':
      return given[expression.name];
    case 'related':
      return 'boolean';
    case 'call': {
      const inner =
        expression.call === 'if'
          ? expression.inputs[1]
          : yieldsInput.has(expression.call)
            ? expression.inputs[0]
            : undefined;
      return inner === undefined ? (results[expression.call] ?? 'boolean') : kindOf(inner, kindOfPath);
    }
  }
}

function alike(kind: ValueKind, names: readonly FunctionName[]): Partial<Record<FunctionName, ValueKind>> {
  return Object.fromEntries(names.map((name) => [name, kind]));
}
