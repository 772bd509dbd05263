import { defineAutomation } from '#kernel/automation.ts';

/** A lead that was left to ripen is to be worked on again when its time has come. */
export const wakeLead = defineAutomation({
  name: 'sales.wakeLead',
  object: 'sales.lead',
  when: { on: 'time', field: 'nurtureUntil', offset: 0, however: 'late' },
  where: { status: 'nurturing' },
  steps: [{ do: 'update', values: { status: 'working', nurtureUntil: null } }],
});
