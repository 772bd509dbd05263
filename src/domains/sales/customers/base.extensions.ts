import { defineExtension } from '#kernel/extension.ts';
import type { ObjectName } from '#kernel/object-name.ts';
import type { Grant } from '#kernel/policy.ts';
import { catalogueGrants } from '../catalogue-grants.ts';

const withCustomer = { or: [{ owner: { in: '$team' } }, { account: '$visible' }] };

/** Whoever sees a customer sees its people; a person without a customer is his owner's. */
const contacts = defineExtension('parties.contact', {
  grants: {
    salesManager: { read: withCustomer, create: true, update: withCustomer, delete: 'team', import: true },
    salesRepresentative: { read: withCustomer, create: true, update: withCustomer, delete: 'own' },
  },
});

/** Has the rights of the contact that it is part of. */
const affiliations = defineExtension('parties.affiliation', {
  grants: {
    salesManager: { read: 'all', create: true, update: 'all', delete: 'all', import: true },
    salesRepresentative: { read: 'all', create: true, update: 'all', delete: 'all' },
  },
});

const withRecord = { or: [{ owner: { in: '$team' } }, { regarding: '$visible' }] };

/** What is done about a record is seen by all who see the record, and changed by who did it and those above. */
const onActivities: Readonly<Record<string, Grant<never>>> = {
  salesManager: { read: withRecord, create: true, update: 'team', delete: 'team', import: true },
  salesRepresentative: { read: withRecord, create: true, update: 'own', delete: 'own' },
};

const activities = (['note', 'task', 'call', 'email', 'conversation', 'touch'] as const).map((name) => ({
  object: `activities.${name}` satisfies ObjectName,
  grants: onActivities,
}));

const ofThoseWhoMeet = { or: [...withRecord.or, { colleagues: { contains: '$actor' } }] };

const customerEvents = defineExtension('activities.customerEvent', { grants: onActivities });

/** Whoever comes along to a meeting sees it, whatever it is about. */
const meetings = defineExtension('activities.meeting', {
  grants: {
    salesManager: { ...onActivities.salesManager, read: ofThoseWhoMeet },
    salesRepresentative: { ...onActivities.salesRepresentative, read: ofThoseWhoMeet },
  },
});

const products = defineExtension('catalogue.product', { grants: catalogueGrants });

/** What the people in sales may do with the records that every module shares. */
export const baseExtensions = [contacts, affiliations, ...activities, meetings, customerEvents, products];
