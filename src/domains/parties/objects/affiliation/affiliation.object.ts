import { call, literal, path } from '#kernel/expression/expression.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';

/** The part that a person plays at an account; one person may play several at several accounts. */
export const affiliation = defineObject({
  name: 'parties.affiliation',
  icon: 'affiliate',
  partOf: 'contact',
  personal: { purpose: 'relations', ground: 'legitimateInterest', months: 36 },
  unique: [['contact', 'account', 'role']],
  fields: {
    name: formula('text', call('concat', path('contact.name'), literal('text', ' · '), path('account.name'))),
    contact: reference('parties.contact', { required: true, onDelete: 'cascade' }),
    account: reference('parties.account', { required: true, onDelete: 'cascade' }),
    role: choice(
      {
        decisionMaker: 'red',
        influencer: 'orange',
        champion: 'green',
        user: 'blue',
        purchaser: 'violet',
        finance: 'teal',
        technical: 'teal',
        shareholder: 'amber',
        advisor: 'amber',
        other: 'grey',
      },
      { required: true, default: 'other' },
    ),
    title: text({ personal: 'work' }),
    isPrimary: formula('boolean', call('eq', path('contact.account'), path('account'))),
    startedOn: date(),
    endedOn: date(),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'parties.affiliation': typeof affiliation;
  }
}
