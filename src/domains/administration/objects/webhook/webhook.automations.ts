import { defineAutomation } from '#kernel/automation.ts';

/** Administrators are told that a program hears nothing any more. */
export const tellOfStop = defineAutomation({
  name: 'administration.tellOfStop',
  object: 'administration.webhook',
  when: { on: 'updated', fields: ['stopped'] },
  where: { stopped: { isNull: false } },
  steps: [{ do: 'notify', kind: 'administration.webhookStopped', to: '$administrators' }],
});
