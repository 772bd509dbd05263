import { filledShare } from '#kernel/expression/filled-share.ts';
import { address } from '#kernel/field/address/address.ts';
import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { email } from '#kernel/field/email/email.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { location } from '#kernel/field/location/location.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { phone } from '#kernel/field/phone/phone.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { regardable } from '#kernel/traits/regardable.ts';
import { tiers } from '../../industries.ts';
import { mayBeReached } from '../../may-be-reached.ts';
import { deriveName } from '../../person-name/derive-name.ts';

/** Somebody to talk to, at one account first and perhaps at others too. */
export const contact = defineObject({
  name: 'parties.contact',
  icon: 'address-book',
  traits: [ownable, regardable],
  personal: {
    ...{ purpose: 'relations', ground: 'legitimateInterest', months: 36 },
    same: [],
    names: { name: 'full', lastName: 'family', firstName: 'given' },
    refuses: 'doNotContact',
  },
  duplicates: [
    { field: 'nationalId', kind: 'exact', weight: 0.95 },
    { field: 'email', kind: 'exact', weight: 0.9 },
    { field: 'mobile', kind: 'phone', weight: 0.8 },
    { field: 'wechat', kind: 'exact', weight: 0.8 },
    { field: 'name', kind: 'person', weight: 0.5 },
    { field: 'phone', kind: 'phone', weight: 0.4 },
    { field: 'birthday', kind: 'date', weight: 0.3 },
    { field: 'email', kind: 'mailDomain', weight: 0.2 },
  ],
  card: {
    ...{ fullName: 'name', familyName: 'lastName', givenName: 'firstName' },
    ...{ organization: 'account', unit: 'department', title: 'title' },
    ...{ cell: 'mobile', work: 'phone', mail: 'email', otherMail: 'otherEmail', weChat: 'wechat' },
    ...{ birthday: 'birthday', address: 'address', remarks: 'description', identity: 'externalId' },
    more: 'cardDetails',
  },
  derive: deriveName,
  // Whoever sees a customer sees its people: the newest of them as fast as his own.
  indexes: [['account.owner', '-createdAt']],
  fields: {
    name: text({ required: true, search: 'name', personal: 'identity' }),
    lastName: text({ maxLength: 100, personal: 'identity' }),
    firstName: text({ maxLength: 100, personal: 'identity' }),
    account: reference('parties.account'),
    title: text({ search: 'text', personal: 'work' }),
    department: text({ personal: 'work' }),
    mobile: phone({ personal: 'reach' }),
    phone: phone({ personal: 'reach' }),
    email: email({ personal: 'reach' }),
    otherEmail: email({ personal: 'reach' }),
    wechat: text({ maxLength: 60, search: 'text', personal: 'reach' }),
    tier: choice(tiers),
    reportsTo: reference('parties.contact', { acyclic: true, timeline: false }),
    birthday: date({ personal: 'identity' }),
    preferredChannel: choice({
      mobile: 'blue',
      phone: 'teal',
      email: 'violet',
      wechat: 'green',
      visit: 'amber',
    }),
    ...mayBeReached,
    doNotContact: boolean({ required: true, default: false }),
    address: address({ personal: 'reach' }),
    position: location({ from: 'address', personal: 'reach', bookkeeping: true }),
    nationalId: text({ maxLength: 40, sealed: true, personal: 'official', use: { ground: 'permission' } }),
    externalId: text({ maxLength: 100, unique: true, search: 'text', personal: 'identity' }),
    description: longText({ personal: 'background' }),
    cardDetails: longText({ readOnly: true, bookkeeping: true, personal: 'background' }),
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
