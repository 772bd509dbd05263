import type { Circles } from '#kernel/circle.ts';
import type { Workdays } from '#kernel/working-time/workdays.ts';
import type { Fragment } from './fragment.ts';
import { isSlot } from './fragment.ts';

/** What fills the slots of a compiled statement. */
export interface Binding extends Circles, Workdays {
  readonly actor: string | null;
  /** Who acts in the actor's name, where that is somebody else. */
  readonly impersonator: string | null;
  /** By what shares reach the actor, and the territories among it. */
  readonly audiences: readonly string[];
  readonly territories: readonly string[];
  readonly today: string;
  readonly now: string;
  readonly timeZone: string;
  readonly arguments?: Readonly<Record<string, unknown>>;
}

/** A statement compiled once; run with `bind` each time. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export function compileStatement(fragment: Fragment): Statement {
  let text = fragment.texts[0] ?? '';
  for (let index = 1; index < fragment.texts.length; index++)
    text += `$${index}${fragment.texts[index] ?? ''}`;
  return { text, values: fragment.values };
}

export function bind(statement: Statement, binding: Binding): unknown[] {
  return statement.values.map((value) => {
    if (!isSlot(value)) return value;
    return value.slot === 'argument' ? binding.arguments?.[value.argument ?? ''] : binding[value.slot];
  });
}
