import type { Expression } from '#kernel/expression/expression.ts';
import { valueKind } from '#kernel/field/value-kind.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { compile, type Source } from '../expression/compile.ts';
import { currencyColumn, storageOf } from '../fields/columns.ts';
import { asText } from '../sql/as-text.ts';
import { quoted, raw, sql } from '../sql/fragment.ts';

/** SQL of a condition over the columns of an object's own table, as an index is defined by it: no value is left open. */
export function indexCondition(object: ObjectModel, condition: Expression): string {
  return asText(compile(condition, ownColumns(object)));
}

function ownColumns({ name: table, allFields }: ObjectModel): Source {
  const fieldAt = (path: string) => allFields.get(path) ?? { type: 'text' as const, required: false };
  const column = (path: string) => raw(storageOf(fieldAt(path)).compare(quoted(table), path));
  return {
    kind: (path) => valueKind(fieldAt(path)),
    column,
    currency: (path) => raw(`${quoted(table)}.${quoted(currencyColumn(path))}`),
    member: (path, item) => sql`${item} = any(${column(path)})`,
    empty: (path) => sql`${column(path)} is null`,
    ...{ visible: unknown, changeable: unknown, shared: unknown, related: unknown },
  };
}

function unknown(): never {
  throw new Error('An index knows the columns of its own table alone');
}
