import { defineAutomation } from '#kernel/automation.ts';

/** Administrators are told at once, whoever it is. */
export const tellOfAlarm = defineAutomation({
  name: 'administration.tellOfAlarm',
  object: 'administration.accessAlarm',
  when: { on: 'created' },
  steps: [{ do: 'notify', kind: 'administration.manyViewed', to: '$administrators' }],
});
