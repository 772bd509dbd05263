import type { ValueKind } from '../field/value-kind.ts';
import type { Expression, FunctionName } from './expression.ts';

const results: Partial<Record<FunctionName, ValueKind>> = {
  add: 'number',
  subtract: 'number',
  multiply: 'number',
  divide: 'number',
  round: 'number',
  daysBetween: 'number',
  concat: 'text',
};

/** The kind of value that a tree yields, given the kinds of the paths it reads. */
export function kindOf(expression: Expression, kindOfPath: (path: string) => ValueKind): ValueKind {
  switch (expression.node) {
    case 'literal':
      return expression.kind;
    case 'path':
      return kindOfPath(expression.path);
    case 'given':
      return ({ actor: 'identifier', team: 'list', today: 'date', now: 'instant' } as const)[expression.name];
    case 'call': {
      const inner =
        expression.call === 'if'
          ? expression.inputs[1]
          : expression.call === 'coalesce'
            ? expression.inputs[0]
            : undefined;
      return inner === undefined ? (results[expression.call] ?? 'boolean') : kindOf(inner, kindOfPath);
    }
  }
}
