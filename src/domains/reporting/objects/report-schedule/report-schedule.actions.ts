import { defineAction } from '#kernel/action.ts';
import { update } from '#kernel/change.ts';

const object = 'reporting.reportSchedule';

/** Sends it at once, to whoever asks for it alone. */
export const sendMeNow = defineAction({
  name: 'reporting.sendMeNow',
  object,
  icon: 'send',
  primary: true,
  roles: 'everyone',
  input: {},
  decide({ id }, _, { actor, now }) {
    const change = update(object, id, { askedBy: actor.id, askedAt: now });
    return { changes: [{ ...change, asSystem: 'whoever may read a schedule may have its mail' }] };
  },
});

/** Ends it for whoever gets it. */
export const stopReceiving = defineAction({
  name: 'reporting.stopReceiving',
  object,
  roles: 'everyone',
  available: { receivers: { contains: '$actor' } },
  input: {},
  decide({ id, left }, _, { actor }) {
    const change = update(object, id, { left: [...(left ?? []), actor.id] });
    return { changes: [{ ...change, asSystem: 'nobody is sent what he wants no more' }] };
  },
});
