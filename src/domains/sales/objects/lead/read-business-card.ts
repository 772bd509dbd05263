import { businessCard } from '#domains/parties/api.ts';
import { defineAction } from '#kernel/action.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { Refusal } from '#kernel/problem.ts';

/** Drafts a lead out of somebody's business card: the file of a phone or mail program, or what a QR code says. */
export const readBusinessCard = defineAction({
  name: 'sales.readBusinessCard',
  list: 'sales.lead',
  icon: 'id',
  roles: ['salesManager', 'salesRepresentative'],
  input: { card: longText({ required: true, accept: '.vcf,text/vcard,text/x-vcard' }) },
  decide(_, { card }) {
    const values = businessCard.read(card);
    if (Object.keys(values).length === 0) throw new Refusal('invalid', [{ field: 'card', code: 'noCard' }]);
    return { changes: [], draft: { object: 'sales.lead', values: { ...values, source: 'businessCard' } } };
  },
});
