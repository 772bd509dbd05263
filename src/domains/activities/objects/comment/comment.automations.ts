import { defineAutomation } from '#kernel/automation.ts';

/** Tells people that somebody has named them. */
export const tellMentioned = defineAutomation({
  name: 'activities.tellMentioned',
  object: 'activities.comment',
  when: { on: 'created' },
  steps: [{ do: 'notify', kind: 'activities.mentioned', to: '$record.mentions' }],
});

/** Tells those who follow a record what is said about it, but for those who are named: they are told that. */
export const tellFollowers = defineAutomation({
  name: 'activities.tellFollowers',
  object: 'activities.comment',
  when: { on: 'created' },
  steps: [
    {
      do: 'notify',
      kind: 'activities.commented',
      to: '$followers',
      of: '$record.regarding',
      except: '$record.mentions',
    },
  ],
});
