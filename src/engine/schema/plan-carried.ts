import { carriedBy } from '#kernel/carried.ts';
import type { Registry } from '#kernel/registry.ts';
import { dropCarried, isCarried, keepCarried } from '../carried/keep-carried.ts';
import type { Change } from './change.ts';
import { createTable } from './create-table.ts';
import { desiredTablesOf } from './desired-tables.ts';
import type { HeldObject } from './held-object.ts';
import type { LiveSchema } from './live-schema.ts';

export interface CarriedPlan {
  /** Before tables and columns change: what is kept in triggers names them. */
  readonly before: readonly Change[];
  /** When all tables have their columns. */
  readonly after: readonly Change[];
}

/** Brings what objects carry of others to what is declared; tables that are kept in another way are filled anew. */
export function planCarried(
  registry: Registry,
  schema: string,
  live: LiveSchema,
  objects: readonly HeldObject[],
): CarriedPlan {
  const wanted = objects.flatMap((held) =>
    carriedBy(held.object.declaration).map((carried) => ({
      held,
      carried,
      ...keepCarried(registry, schema, held.object, carried),
    })),
  );
  const gone = [...live.tables.values()].filter(
    ({ name, mark }) => isCarried(mark) && !wanted.some(({ table }) => table === name),
  );
  return {
    before: gone.map(({ name }) => ({
      sentence: `Take away ${name}, that nothing asks for any more.`,
      statements: dropCarried(schema, name),
    })),
    after: wanted
      .filter(({ table, mark }) => live.tables.get(table)?.mark !== mark)
      .map(({ held: { object, table: records }, carried, table, statements }) => ({
        sentence: `Keep beside each ${object.name} the ${carried.field} of its ${carried.reference}.`,
        statements: [
          ...(records === undefined || live.tables.has(table)
            ? []
            : desiredTablesOf(object)
                .filter(({ name }) => name === table)
                .map((each) => createTable(schema, each))),
          ...statements,
        ],
      })),
  };
}
