import { dayIn } from '#kernel/expression/zone.ts';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { circlesOf } from '../access/actor.ts';
import type { Binding } from '../sql/statement.ts';
import type { Context } from './context.ts';

const known = new WeakMap<Context, Omit<Binding, 'arguments'>>();

/** The values that fill a compiled statement's slots for this caller at this time. */
export function bindingOf(context: Context, values: Readonly<Record<string, unknown>> = {}): Binding {
  const caller = known.get(context) ?? callerOf(context);
  known.set(context, caller);
  return { ...caller, arguments: values };
}

function callerOf({ actor, now }: Context): Omit<Binding, 'arguments'> {
  return {
    actor: actor.id,
    impersonator: actor.impersonator?.id ?? null,
    ...circlesOf(actor),
    audiences: actor.standing?.audiences ?? [],
    territories: actor.standing?.territories ?? [],
    today: dayIn(now, actor.timeZone),
    now: formatInstant(now),
  };
}
