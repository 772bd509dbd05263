import { defineAction } from '#kernel/action.ts';
import { update } from '#kernel/change.ts';

/** Seen: it need not be shown any more. */
export const dismissReminder = defineAction({
  name: 'activities.dismissReminder',
  object: 'activities.reminder',
  icon: 'check',
  primary: true,
  bulk: true,
  available: { readAt: null },
  input: {},
  decide: (one, _, { now }) => ({ changes: [update('activities.reminder', one.id, { readAt: now })] }),
});
