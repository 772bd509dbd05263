import type { Fields } from './fields.ts';
import type { RecordOf, ValueOf, ValuesOf } from './object.ts';
import type { ObjectName } from './object-name.ts';
import type { Trait } from './trait.ts';
import type { Where } from './where.ts';
import type { Availability } from './working-time/availability.ts';
import type { TimeSpan } from './working-time/working-time.ts';

/**
 * One thing to write, decided by a verb and carried out by the engine. Names are qualified object names. `asSystem`
 * says why it is done even where the person on whose account it happens could not do it alone; the log names the person.
 */
export type Change = Written & { readonly asSystem?: string };

type Written =
  | {
      readonly kind: 'create';
      readonly object: string;
      readonly id: string;
      readonly values: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'update';
      readonly object: string;
      readonly id: string;
      /** Refused when the record has moved on; the record as read by the verb when absent. */
      readonly version?: number;
      readonly values: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'updateWhere';
      readonly object: string;
      readonly where: unknown;
      readonly values: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'updateEverywhere';
      readonly trait: string;
      readonly where: unknown;
      readonly values: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'become';
      readonly object: string;
      readonly id: string;
      readonly becomes: { readonly object: string; readonly id: string };
    }
  | { readonly kind: 'delete'; readonly object: string; readonly id: string };

/** What a verb can ask and say while it decides. Everything it reads is limited to what its actor may see. */
export interface Decision {
  readonly actor: { readonly id: string; readonly roles: readonly string[] };
  readonly now: string;
  readonly today: string;
  read<Name extends ObjectName>(object: Name, id: string): Promise<RecordOf<Name>>;
  list<Name extends ObjectName>(
    object: Name,
    where: Where<Name>,
    limit?: number,
  ): Promise<readonly RecordOf<Name>[]>;
  /** How many records meet the condition, by the value of a field; `''` counts those without one. */
  tally<Name extends ObjectName>(
    object: Name,
    where: Where<Name>,
    by: keyof ValuesOf<Name> & string,
  ): Promise<ReadonlyMap<string, number>>;
  /** Records that may be the same thing as these values, most likely first, with a likelihood from 0 to 1. */
  alike<Name extends ObjectName>(
    object: Name,
    values: ValuesOf<Name>,
  ): Promise<readonly { readonly id: string; readonly score: number }[]>;
  /** Reads a record and holds it until all is written: whoever else decides by it waits. For verbs alone. */
  hold<Name extends ObjectName>(object: Name, id: string): Promise<RecordOf<Name>>;
  /**
   * When somebody who works here works and what else takes him up, whatever that is; without what the record `except`
   * takes up. Undefined when the actor does not see him.
   */
  availability(person: string, window: TimeSpan, except?: string): Promise<Availability | undefined>;
  /** The same questions, answered whatever the actor may see, for the reason given. */
  asSystem(reason: string): Decision;
  /** An id for a record to be created, so that other changes can name it. */
  newId(): string;
}

export function create<const Name extends ObjectName>(
  object: Name,
  id: string,
  values: ValuesOf<Name>,
): Change {
  return { kind: 'create', object, id, values };
}

export function update<const Name extends ObjectName>(
  object: Name,
  id: string,
  values: ValuesOf<Name>,
): Change {
  return { kind: 'update', object, id, values };
}

/** Sets the same values in every record that the condition finds. */
export function updateWhere<const Name extends ObjectName>(
  object: Name,
  where: Where<Name>,
  values: ValuesOf<Name>,
): Change {
  return { kind: 'updateWhere', object, where, values };
}

/** The same in every object that has the trait, whatever its module. */
export function updateEverywhere<Own extends Fields>(
  trait: Trait<string, Own>,
  where: { readonly [Key in keyof Own]?: unknown },
  values: { readonly [Key in keyof Own]?: ValueOf<Own[Key]> | null },
): Change {
  return { kind: 'updateEverywhere', trait: trait.name, where, values };
}

/**
 * One record has become another: what refers to it by a reference that stands in for one to the other's object refers to
 * the other from now on, whatever its module. What the other has already, where that is unique, goes to the bin.
 */
export function become(object: ObjectName, id: string, other: ObjectName, otherId: string): Change {
  return { kind: 'become', object, id, becomes: { object: other, id: otherId } };
}

export function remove(object: ObjectName, id: string): Change {
  return { kind: 'delete', object, id };
}

/** The same change, done whatever the person may do alone, for the reason given. */
export function asSystem(reason: string, change: Change): Change {
  return { ...change, asSystem: reason };
}
