import { dayIn } from '#kernel/expression/zone.ts';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { circlesOf } from '../access/actor.ts';
import type { Binding } from '../sql/statement.ts';
import { companyCalendar } from '../working-time/company-calendar.ts';
import type { Context } from './context.ts';

type Caller = Omit<Binding, 'arguments'>;

const known = new WeakMap<Context, Caller>();

/** The values that fill a compiled statement's slots for this caller at this time. */
export function bindingOf(context: Context, values: Readonly<Record<string, unknown>> = {}): Binding {
  return { ...callerOf(context), arguments: values };
}

/** What statements ask about a caller at this time. */
export function callerOf(context: Context): Caller {
  const caller = known.get(context) ?? callerIn(context);
  known.set(context, caller);
  return caller;
}

function callerIn({ actor, now, workspace }: Context): Caller {
  return {
    actor: actor.id,
    impersonator: actor.impersonator?.id ?? null,
    ...circlesOf(actor),
    audiences: actor.standing?.audiences ?? [],
    territories: actor.standing?.territories ?? [],
    today: dayIn(now, actor.timeZone),
    now: formatInstant(now),
    timeZone: actor.timeZone,
    ...companyCalendar(workspace).workdays,
  };
}
