import { fileTable } from '../files/file-table.ts';
import { quoted } from '../sql/fragment.ts';
import { monthPartition, workspaceTables } from './workspace-tables.ts';

/** What makes the engine's own part of a workspace's schema; runs at every start and does nothing where all is there. */
export function engineStatements(schema: string, now: Date): readonly string[] {
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
  return [
    `create schema if not exists ${quoted(schema)}`,
    ...statements(workspaceTables(schema)),
    ...statements(fileTable(schema)),
    ...[now, next].map((month) => monthPartition(schema, month)),
  ];
}

/** The names of the engine's own tables. */
export function engineTables(schema: string): ReadonlySet<string> {
  return new Set(
    engineStatements(schema, new Date(0)).flatMap((text) => {
      const name = tableMade(text);
      return name === undefined ? [] : [name];
    }),
  );
}

/** The table that a statement of the engine makes. */
export function tableMade(statement: string): string | undefined {
  return /^create (?:unlogged )?table if not exists "[^"]+"\.(\w+)/.exec(statement)?.[1];
}

/** Splits at the ends of statements, but not inside a function's body. */
function statements(text: string): readonly string[] {
  return text
    .split(/;\s*\n(?!\s*end)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
