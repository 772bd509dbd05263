import { mayBeReached, personName } from '#domains/parties/api.ts';
import { filledShare } from '#kernel/expression/filled-share.ts';
import { address } from '#kernel/field/address/address.ts';
import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { email } from '#kernel/field/email/email.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { json } from '#kernel/field/json/json.ts';
import { location } from '#kernel/field/location/location.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { money } from '#kernel/field/money/money.ts';
import { phone } from '#kernel/field/phone/phone.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { url } from '#kernel/field/url/url.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { regardable } from '#kernel/traits/regardable.ts';
import { leadScore } from '../../lead-score/lead-score.ts';
import { sources } from '../../sources.ts';
import { leadCare } from './lead-care.ts';
import { leadMoves, leadStatuses } from './lead-status.ts';

/** Somebody who may become a customer and is not one yet. */
export const lead = defineObject({
  name: 'sales.lead',
  icon: 'user-search',
  traits: [ownable, regardable],
  personal: {
    ...{ purpose: 'marketing', ground: 'permission', months: 24 },
    same: ['knownContact', 'earlierLead', 'convertedContact'],
    names: { name: 'full', lastName: 'family', firstName: 'given' },
    refuses: 'doNotContact',
  },
  duplicates: [
    { field: 'email', kind: 'exact', weight: 0.9 },
    { field: 'mobile', kind: 'phone', weight: 0.8 },
    { field: 'wechat', kind: 'exact', weight: 0.8 },
    { field: 'name', kind: 'person', weight: 0.45 },
    { field: 'company', kind: 'organisation', weight: 0.3 },
  ],
  indexes: [['status', '-createdAt']],
  derive: (record, changed) => {
    const named = personName.derive(record, changed);
    return { ...named, score: leadScore({ ...record, ...named }) };
  },
  rules: [
    {
      field: 'unqualifiedReason',
      code: 'required',
      when: { status: 'unqualified', unqualifiedReason: { isNull: true } },
    },
  ],
  fields: {
    name: text({ required: true, search: 'name', personal: 'identity' }),
    lastName: text({ maxLength: 100, personal: 'identity' }),
    firstName: text({ maxLength: 100, personal: 'identity' }),
    company: text({ search: 'name' }),
    title: text({ search: 'text', personal: 'work' }),
    mobile: phone({ personal: 'reach' }),
    phone: phone({ personal: 'reach' }),
    email: email({ personal: 'reach' }),
    wechat: text({ maxLength: 60, search: 'text', personal: 'reach' }),
    website: url({ personal: 'online' }),
    address: address({ personal: 'reach' }),
    position: location({ from: 'address', personal: 'reach', bookkeeping: true }),
    industry: text(),
    employees: integer(),
    status: choice(leadStatuses, {
      required: true,
      default: 'new',
      transitions: leadMoves,
      ends: ['converted', 'unqualified'],
    }),
    rating: choice({ hot: 'red', warm: 'amber', cold: 'blue' }),
    score: integer({ readOnly: true, indexed: true }),
    budget: money(),
    interest: text({ search: 'text', personal: 'background' }),
    source: choice(sources, { required: true, default: 'other', immutable: true }),
    firstTouchCampaign: text({ immutable: true }),
    landingPage: url({ immutable: true, personal: 'online' }),
    utm: json({ immutable: true, personal: 'online' }),
    referrer: url({ immutable: true, personal: 'online' }),
    leadForm: reference('sales.leadForm', { immutable: true, timeline: false }),
    ...mayBeReached,
    doNotContact: boolean({ required: true, default: false }),
    unqualifiedReason: choice({
      noNeed: 'grey',
      noBudget: 'grey',
      unreachable: 'grey',
      duplicate: 'grey',
      competitor: 'grey',
      other: 'grey',
    }),
    nurtureUntil: dateTime({ indexed: true }),
    knownContact: reference('parties.contact', { timeline: false }),
    earlierLead: reference('sales.lead', { timeline: false }),
    ...leadCare,
    convertedAt: dateTime({ readOnly: true }),
    convertedAccount: reference('parties.account', { readOnly: true }),
    convertedContact: reference('parties.contact', { readOnly: true }),
    convertedOpportunity: reference('sales.opportunity', { readOnly: true }),
    externalId: text({ maxLength: 100, unique: true, search: 'text', personal: 'identity' }),
    description: longText({ personal: 'background' }),
    completeness: formula(
      'percent',
      filledShare(['company', 'title', 'mobile', 'email', 'industry', 'employees', 'interest', 'budget']),
      { scale: 0 },
    ),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'sales.lead': typeof lead;
  }
}
