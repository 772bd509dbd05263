import { defineAction } from '#kernel/action.ts';
import { create, update } from '#kernel/change.ts';
import { nextAnniversary } from '../../recurrence/next-due.ts';

/** It has been seen to. */
export const handleCustomerEvent = defineAction({
  name: 'activities.handleCustomerEvent',
  object: 'activities.customerEvent',
  icon: 'check',
  primary: true,
  bulk: true,
  available: { status: { ne: 'handled' } },
  input: {},
  decide: ({ id }) => ({ changes: [update('activities.customerEvent', id, { status: 'handled' })] }),
});

/** Puts down what comes every year for the next one. Runs by itself, once for each. */
export const repeatCustomerEvent = defineAction({
  name: 'activities.repeatCustomerEvent',
  object: 'activities.customerEvent',
  icon: 'repeat',
  available: { yearly: true, repeatedAs: null },
  input: {},
  async decide(event, _, { newId, now, read }) {
    const { subject, kind, severity, contact, regarding, owner, details, description, occursAt } = event;
    const zone = owner === null ? null : (await read('administration.user', owner)).timeZone;
    // Who enters the year of somebody's birth expects the next birthday and not every one since.
    const next = nextAnniversary(occursAt, now, zone ?? 'UTC');
    const id = newId();
    const before = event.remindAt === null ? null : Date.parse(occursAt) - Date.parse(event.remindAt);
    const remindAt = before === null ? null : new Date(Date.parse(next) - before).toISOString();
    const values = { subject, kind, severity, contact, regarding, owner, details, description, remindAt };
    return {
      changes: [
        create('activities.customerEvent', id, {
          ...values,
          occursAt: next,
          status: 'expected',
          yearly: true,
        }),
        update('activities.customerEvent', event.id, { repeatedAs: id }),
      ],
    };
  },
});
