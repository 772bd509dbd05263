import type { ObjectMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import type { Values } from '#web/fields/field-props.ts';
import { bare } from '#web/record/saving/rival-values.ts';
import type { Reach } from '../ask-reach.ts';
import type { ToldSpan } from '../told-span.ts';

/** Somebody or something that is taken up when a record is to take place, without a word of by what. */
export interface TakenThen {
  readonly object: string;
  readonly id: string;
  readonly name: string;
  readonly busy: readonly ToldSpan[];
  readonly times: number;
}

/** Who is taken up or does not work then, and when all of them are free next. */
export interface Foreseen {
  readonly taken: readonly TakenThen[];
  /** In whose working hours it does not lie. */
  readonly off: readonly { readonly id: string; readonly name: string }[];
  readonly free?: ToldSpan;
}

/** What is about to be saved: of a new record, of one that is there, or of one time of its series. */
export interface Intended {
  readonly values: Values;
  readonly id?: string | undefined;
  readonly at?: string | undefined;
  readonly reach?: Reach | undefined;
  /** Whether a free time may lie outside of working hours. */
  readonly anyHour?: boolean;
}

/** Of some values those that say when a record takes place and with whom. */
export function timesAndPeople({ occurs }: ObjectMeta, values: Values): Values {
  const names = new Set(occurs && [occurs.from, occurs.to, 'repeats', ...occurs.with]);
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (names.has(name) ? [[name, bare(value)]] : [])),
  );
}

/** Asks who is taken up then. */
export function askTaken(object: string, intended: Intended, signal?: AbortSignal): Promise<Foreseen> {
  return api.post<Foreseen>(`records/${object}/taken`, intended, signal && { signal });
}
