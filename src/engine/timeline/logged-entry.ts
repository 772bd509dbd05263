import type { Row } from '../database/database.ts';

/** An entry as it stands in the log. */
export interface LoggedEntry {
  readonly sequence: string;
  readonly at: string;
  readonly kind: string;
  readonly object: string;
  readonly record: string;
  readonly actor: string | null;
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
}

export function logged([sequence, at, kind, object, record, actor, changes]: Row): LoggedEntry {
  return {
    sequence: sequence as string,
    at: at as string,
    kind: kind as string,
    object: object as string,
    record: record as string,
    actor: actor as string | null,
    changes: JSON.parse(changes as string) as LoggedEntry['changes'],
  };
}
