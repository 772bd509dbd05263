import pg from 'pg';

/**
 * An error as it may stand in a log: PostgreSQL adds whole rows and the values of keys to what it says, which are nobody's
 * business there. What went wrong, and with which table, column and constraint, stays.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code, schema, table, column, constraint, routine, stack } = error;
  const where = Object.entries({ code, schema, table, column, constraint, routine })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${value}`);
  return `${stack}\n    (${where.join(', ')})`;
}
