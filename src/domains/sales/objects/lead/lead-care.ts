import { call, given, path } from '#kernel/expression/expression.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { rollup } from '#kernel/field/rollup/rollup.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { routingOutcomes } from '../../routing/routing-outcomes.ts';

const written = { readOnly: true, bookkeeping: true } as const;

/** Whoever writes first counts only when it is us; when people meet or speak it does not matter who began. */
export const byUs = {
  or: [{ direction: 'outbound' }, { channel: { in: ['phone', 'visit', 'office', 'video'] } }],
};

/** Who looks after a lead and why, since when, and whether he has done so in time. */
export const leadCare = {
  routing: choice(routingOutcomes, written),
  routingRule: reference('sales.routingRule', { ...written, timeline: false }),
  routingDetail: text(written),
  assignedAt: dateTime({ ...written, indexed: true }),
  previousOwner: user(written),
  releasedAt: dateTime(written),
  firstTouchDueAt: dateTime({ ...written, indexed: true }),
  /** Kept when a lead is converted, as what was done about it moves on. */
  touchedAt: dateTime(written),
  firstOutreach: rollup({
    object: 'activities.touch',
    by: 'regarding',
    measure: 'min',
    field: 'at',
    where: byUs,
  }),
  firstTouchedAt: formula('dateTime', call('coalesce', path('touchedAt'), path('firstOutreach'))),
  firstTouchLate: formula(
    'boolean',
    call(
      'gt',
      call('coalesce', path('touchedAt'), path('firstOutreach'), given('now')),
      path('firstTouchDueAt'),
    ),
  ),
  lastTouchAt: rollup({ object: 'activities.touch', by: 'regarding', measure: 'max', field: 'at' }),
  quietSince: formula('dateTime', call('coalesce', path('lastTouchAt'), path('assignedAt'))),
};
