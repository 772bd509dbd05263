import { quoted } from '../sql/fragment.ts';

/** What the statements that keep a table of carried values call its surroundings. */
export interface Names {
  readonly table: string;
  /** All further names are quoted, tables with their schema. */
  readonly schema: string;
  readonly side: string;
  readonly records: string;
  readonly others: string;
  readonly reference: string;
  readonly field: string;
}

export function nameOf({ schema, table }: Names, what: string): string {
  return `${schema}.${quoted(`${table}_${what}`)}`;
}

/** A trigger called as the function that it runs, with a word after it where several run the same one. */
export function trigger(names: Names, what: string, when: string, on: string, how: string): string {
  return `create or replace trigger ${quoted(`${names.table}_${what}`)} after ${when} on ${on} ${how} execute function ${nameOf(names, what.replace(/_.*/, ''))}()`;
}

/** A function for triggers. */
export function triggered(name: string, variables: string, body: string): string {
  return `create or replace function ${name}() returns trigger language plpgsql as $$ ${variables} begin
      ${body};
      return null; end $$`;
}
