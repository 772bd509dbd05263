import type { Registry } from '#kernel/registry.ts';
import { type DesiredTable, desiredTables } from '../schema/desired-tables.ts';

/** The tables of added objects, and those of objects with added fields, reduced to what those fields need. */
export function addedTables(registry: Registry, base: Registry): readonly DesiredTable[] {
  const declared = new Map(desiredTables(base).map((table) => [table.name, table]));
  return desiredTables(registry).flatMap((table) => {
    const known = declared.get(table.name);
    const columns = table.columns.filter(({ name }) => !known?.columns.some((one) => one.name === name));
    const indexes = table.indexes.filter(({ name }) => !known?.indexes.some((one) => one.name === name));
    return columns.length + indexes.length === 0 ? [] : [{ ...table, columns, indexes }];
  });
}
