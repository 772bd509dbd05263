import { filledShare } from '#kernel/expression/filled-share.ts';
import { address } from '#kernel/field/address/address.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { email } from '#kernel/field/email/email.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { location } from '#kernel/field/location/location.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { manyToMany } from '#kernel/field/many-to-many/many-to-many.ts';
import { money } from '#kernel/field/money/money.ts';
import { phone } from '#kernel/field/phone/phone.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { rollup } from '#kernel/field/rollup/rollup.ts';
import { text } from '#kernel/field/text/text.ts';
import { url } from '#kernel/field/url/url.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { regardable } from '#kernel/traits/regardable.ts';
import { industries, tiers } from '../../industries.ts';

/** A company or person that the company deals with, or would like to. */
export const account = defineObject({
  name: 'parties.account',
  icon: 'building',
  traits: [ownable, regardable],
  personal: { purpose: 'relations', ground: 'legitimateInterest', kept: true },
  duplicates: [
    { field: 'registrationNumber', kind: 'exact', weight: 0.9 },
    { field: 'name', kind: 'organisation', weight: 0.65 },
    { field: 'phone', kind: 'phone', weight: 0.5 },
    { field: 'email', kind: 'exact', weight: 0.5 },
    { field: 'email', kind: 'mailDomain', weight: 0.25 },
    { field: 'address', kind: 'street', weight: 0.25 },
  ],
  fields: {
    name: text({ required: true, search: 'name', personal: 'identity' }),
    kind: choice({ company: 'blue', person: 'teal' }, { default: 'company' }),
    lifecycle: choice(
      { prospect: 'blue', customer: 'green', dormant: 'amber', former: 'grey' },
      { default: 'prospect', indexed: true },
    ),
    tier: choice(tiers),
    industry: choice(industries, { indexed: true }),
    parent: reference('parties.account', { acyclic: true }),
    website: url(),
    phone: phone({ personal: 'reach' }),
    email: email({ personal: 'reach' }),
    address: address({ personal: 'reach' }),
    position: location({ from: 'address', personal: 'reach', bookkeeping: true }),
    employees: integer(),
    annualRevenue: money(),
    yearEstablished: integer({ grouped: false }),
    registrationNumber: text({ maxLength: 40, indexed: true, search: 'text' }),
    externalId: text({ maxLength: 100, unique: true, search: 'text' }),
    description: longText(),
    completeness: formula(
      'percent',
      filledShare([
        ...['industry', 'lifecycle', 'owner', 'phone', 'email', 'website', 'address', 'employees'],
        ...['annualRevenue', 'registrationNumber'],
      ]),
      { scale: 0 },
    ),
    collaborators: manyToMany('administration.user', { timeline: false }),
    archivedAt: dateTime({ readOnly: true }),
    contactCount: rollup({ object: 'parties.contact', by: 'account', measure: 'count' }),
    subsidiaryCount: rollup({ object: 'parties.account', by: 'parent', below: 'parent', measure: 'count' }),
    subsidiaryRevenue: rollup({
      object: 'parties.account',
      by: 'parent',
      below: 'parent',
      measure: 'sum',
      field: 'annualRevenue',
    }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'parties.account': typeof account;
  }
}
