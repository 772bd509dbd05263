import { formerNames } from '#kernel/former-names.ts';
import type { Registry } from '#kernel/registry.ts';
import type { Row } from '../database/database.ts';

/** An entry of the log, told in the names of today. */
export interface LoggedEntry {
  readonly sequence: string;
  readonly at: string;
  readonly kind: string;
  readonly object: string;
  readonly record: string;
  readonly actor: string | null;
  /** Who acted in the actor's name. */
  readonly impersonator: string | null;
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** Reads an entry (sequence, at, kind, object, record, actor, changes, impersonator), whatever its object and fields were called then. */
export function logged(registry: Registry, row: Row): LoggedEntry {
  const [sequence, at, kind, object, record, actor, changes, impersonator] = row;
  const names = formerNames(registry);
  const now = names.object(object as string);
  const told = Object.entries(JSON.parse(changes as string) as LoggedEntry['changes']);
  return {
    sequence: sequence as string,
    at: at as string,
    kind: kind as string,
    object: now,
    record: record as string,
    actor: actor as string | null,
    impersonator: impersonator ?? null,
    changes: Object.fromEntries(told.map(([name, values]) => [names.field(now, name), values])),
  };
}
