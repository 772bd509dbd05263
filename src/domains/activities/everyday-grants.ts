import { defineExtension, type Extension } from '#kernel/extension.ts';
import type { ObjectName } from '#kernel/object-name.ts';
import type { Grant } from '#kernel/policy.ts';

const withRecord = { or: [{ owner: { in: '$team' } }, { regarding: '$visible' }] };
const ofThoseWhoMeet = { or: [...withRecord.or, { colleagues: { contains: '$actor' } }] };

/**
 * What people in these roles may do with the records that every domain shares: they see the people of the customers
 * that they see and what is done about the records that they see, and write down what they do themselves.
 */
export function everydayGrants(roles: readonly string[]): readonly Extension[] {
  const to = <Name extends ObjectName>(object: Name, grant: Grant<Name>) =>
    defineExtension(object, { grants: Object.fromEntries(roles.map((role) => [role, grant])) });
  return [
    to('parties.contact', { read: { account: '$visible' } }),
    to('parties.affiliation', { read: 'all' }),
    ...(['note', 'task', 'call', 'meeting', 'email', 'conversation', 'touch'] as const).map((name) =>
      to(`activities.${name}`, {
        read: name === 'meeting' ? ofThoseWhoMeet : withRecord,
        create: true,
        update: 'own',
        delete: 'own',
      } as Grant<never>),
    ),
  ];
}
