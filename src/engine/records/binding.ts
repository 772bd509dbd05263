import { dayIn } from '#kernel/expression/zone.ts';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { circlesOf } from '../access/actor.ts';
import type { Binding } from '../sql/statement.ts';
import type { Context } from './context.ts';

/** The values that fill a compiled statement's slots for this caller at this time. */
export function bindingOf(context: Context, values: Readonly<Record<string, unknown>> = {}): Binding {
  return {
    actor: context.actor.id,
    ...circlesOf(context.actor),
    audiences: context.actor.standing?.audiences ?? [],
    territories: context.actor.standing?.territories ?? [],
    today: dayIn(context.now, context.actor.timeZone),
    now: formatInstant(context.now),
    arguments: values,
  };
}
