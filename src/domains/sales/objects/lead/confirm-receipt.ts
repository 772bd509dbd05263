import { defineAutomation } from '#kernel/automation.ts';

/** Who has sent a form is told that it came, where the form says what to tell and the person allows to be written to. */
export const confirmReceipt = defineAutomation({
  name: 'sales.confirmReceipt',
  object: 'sales.lead',
  when: { on: 'created' },
  where: { email: { isNull: false }, 'leadForm.replySubject': { isNull: false } },
  steps: [
    {
      do: 'mail',
      address: 'email',
      purpose: 'contact',
      subject: '$record.leadForm.replySubject',
      text: '$record.leadForm.replyText',
    },
  ],
});
