import { filledShare } from '#kernel/expression/filled-share.ts';
import { address } from '#kernel/field/address/address.ts';
import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { email } from '#kernel/field/email/email.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { phone } from '#kernel/field/phone/phone.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { regardable } from '#kernel/traits/regardable.ts';
import { tiers } from '../../industries.ts';
import { deriveName } from '../../person-name/derive-name.ts';

/** Somebody to talk to, at one account first and perhaps at others too. */
export const contact = defineObject({
  name: 'parties.contact',
  icon: 'address-book',
  traits: [ownable, regardable],
  personal: {
    same: [],
    names: { name: 'full', lastName: 'family', firstName: 'given' },
    fields: [
      'name',
      'lastName',
      'firstName',
      'title',
      'department',
      'mobile',
      'phone',
      'email',
      'otherEmail',
      'wechat',
      'birthday',
      'address',
      'nationalId',
      'externalId',
      'description',
    ],
  },
  duplicates: [
    { field: 'nationalId', kind: 'exact', weight: 0.95 },
    { field: 'email', kind: 'exact', weight: 0.9 },
    { field: 'mobile', kind: 'phone', weight: 0.8 },
    { field: 'wechat', kind: 'exact', weight: 0.8 },
    { field: 'name', kind: 'person', weight: 0.5 },
    { field: 'phone', kind: 'phone', weight: 0.4 },
    { field: 'email', kind: 'mailDomain', weight: 0.2 },
  ],
  derive: deriveName,
  fields: {
    name: text({ required: true, search: 'name' }),
    lastName: text({ maxLength: 100 }),
    firstName: text({ maxLength: 100 }),
    account: reference('parties.account'),
    title: text({ search: 'text' }),
    department: text(),
    mobile: phone(),
    phone: phone(),
    email: email(),
    otherEmail: email(),
    wechat: text({ maxLength: 60, search: 'text' }),
    tier: choice(tiers),
    reportsTo: reference('parties.contact', { acyclic: true, timeline: false }),
    birthday: date(),
    preferredChannel: choice({
      mobile: 'blue',
      phone: 'teal',
      email: 'violet',
      wechat: 'green',
      visit: 'amber',
    }),
    doNotContact: boolean({ required: true, default: false }),
    address: address(),
    nationalId: text({ maxLength: 40, sealed: true }),
    externalId: text({ maxLength: 100, unique: true, search: 'text' }),
    description: longText(),
    completeness: formula(
      'percent',
      filledShare(['account', 'title', 'department', 'mobile', 'email', 'wechat', 'owner', 'address']),
      { scale: 0 },
    ),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'parties.contact': typeof contact;
  }
}
