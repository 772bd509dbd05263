import { defineAutomation } from '#kernel/automation.ts';

/** When the time has come nobody comes in any more, and administrators are told that there is something to hand over. */
export const endAccess = defineAutomation({
  name: 'administration.endAccess',
  object: 'administration.departure',
  when: { on: 'time', field: 'endsAt', offset: 0, however: 'late' },
  where: { state: 'leaving' },
  steps: [
    { do: 'update', through: 'person', values: { active: false } },
    { do: 'update', values: { state: 'left' } },
    { do: 'notify', kind: 'administration.accessEnded', to: '$administrators' },
  ],
});
