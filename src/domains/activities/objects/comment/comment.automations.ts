import { defineAutomation } from '#kernel/automation.ts';

/** Tells people that somebody has named them. */
export const tellMentioned = defineAutomation({
  name: 'activities.tellMentioned',
  object: 'activities.comment',
  when: { on: 'created' },
  steps: [{ do: 'notify', kind: 'activities.mentioned', to: '$record.mentions' }],
});
