import { ScimError } from './scim-error.ts';
import type { ScimResource } from './scim-resource.ts';
import { valuesOf } from './scim-user.ts';

/** People who work together, as groups of RFC 7643 §4.2. */
export const scimGroup: ScimResource = {
  name: 'Group',
  endpoint: '/Groups',
  schema: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  select: ['name', 'members', 'createdAt', 'updatedAt'],
  filters: { id: 'id', displayname: 'name', 'members.value': 'members', members: 'members' },
  show: ({ name, members }) => ({
    displayName: name,
    members: ((members ?? []) as readonly (string | { id: string; name?: string })[]).map((member) =>
      typeof member === 'string' ? { value: member } : { value: member.id, display: member.name },
    ),
  }),
  read({ displayName, members }) {
    if (typeof displayName !== 'string' || displayName.trim() === '')
      throw new ScimError(400, 'displayName is missing.', 'invalidValue');
    return { name: displayName.trim(), members: valuesOf(members) };
  },
};
