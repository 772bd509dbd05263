/** The field in which a record says of which type it is; it is there where an object has types. */
export const typeField = 'recordType';

/** A kind of record that a company tells apart within an object: what may be chosen in it, and by whom it is made. */
export interface RecordType {
  readonly object: string;
  /** The value that a record keeps. */
  readonly name: string;
  readonly labelZh: string | null;
  readonly labelEn: string | null;
  readonly color: string | null;
  /** What a new record is unless told. */
  readonly standard: boolean;
  /** Those who may make such records; empty for everybody who may make records of the object. */
  readonly roles: readonly string[] | null;
  /** By the names of choice fields. */
  readonly values: Readonly<Record<string, TypedValues>> | null;
  /** Put away: records keep it, and none takes it any more. */
  readonly deletedAt: string | null;
}

export interface TypedValues {
  /** What may be chosen; every value when absent. */
  readonly allowed?: readonly string[];
  /** What a new record starts with. */
  readonly default?: string;
}

/** Somebody who makes records. */
export interface TypeTaker {
  readonly roles: readonly string[];
  readonly unlimited: boolean;
}

/** Whether somebody may make records of a type, or turn others into it. */
export function mayTake({ roles, deletedAt }: RecordType, person: TypeTaker): boolean {
  if (deletedAt !== null) return false;
  const limited = roles !== null && roles.length > 0;
  return !limited || person.unlimited || roles.some((role) => person.roles.includes(role));
}
