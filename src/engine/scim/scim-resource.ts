import type { AttributeFields } from './scim-filter.ts';

/** A record as the engine reads it, with its version. */
export interface StoredRecord {
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly [field: string]: unknown;
}

/** A resource as another system sends or reads it. */
export type ScimBody = Readonly<Record<string, unknown>>;

/** One kind of resource, and the records that it stands for. */
export interface ScimResource {
  readonly name: 'User' | 'Group';
  readonly endpoint: '/Users' | '/Groups';
  readonly schema: string;
  /** Fields of the records that are read. */
  readonly select: readonly string[];
  readonly filters: AttributeFields;
  /** What the resource says, without what every resource has. */
  show(record: StoredRecord): ScimBody;
  /** The record's values; what the resource does not say is emptied, except when a part of it is read. */
  read(body: ScimBody): Readonly<Record<string, unknown>>;
}
