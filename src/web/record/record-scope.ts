import { createContext, useContext } from 'react';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { Values } from '#web/fields/field-props.ts';
import type { Refused } from './saving/use-save.ts';

/** The record that a page shows and what may be done with it. */
export interface RecordScope {
  readonly object: ObjectMeta;
  readonly record: RecordJson;
  /** Saves changed values; answers why not, when refused. */
  save(values: Values, base: Values): Promise<Refused | undefined>;
  mayEdit(field: FieldMeta): boolean;
  /** The field with the choices that are offered in the record. */
  offered(field: FieldMeta): FieldMeta;
  /** Whether the record is so that the field matters. */
  shows(name: string): boolean;
  /** Fields that somebody else has just changed. */
  readonly changed: ReadonlySet<string>;
}

const context = createContext<RecordScope | null>(null);

/** Gives the parts of a record's page their record. */
export const RecordScopeProvider = context.Provider;

/** The record of the page around. */
export function useRecordScope(): RecordScope {
  const scope = useContext(context);
  if (!scope) throw new Error('This part belongs on a record page.');
  return scope;
}
