import type { ObjectModel, Registry } from '#kernel/registry.ts';
import type { Draft } from './change.ts';
import type { DesiredTable } from './desired-tables.ts';
import type { HeldObject } from './held-object.ts';
import type { LiveSchema } from './live-schema.ts';

/** What is at hand while the changes of one object are thought out. */
export interface Planning {
  readonly registry: Registry;
  readonly schema: string;
  readonly live: LiveSchema;
  readonly held: HeldObject;
  /** The object as its records are found: with the fields that the company has added. */
  readonly searched: ObjectModel;
  /** The tables that the object asks for: its own and those of its many-to-many fields. */
  readonly desired: readonly DesiredTable[];
  readonly draft: Draft;
}
