import { choice } from '#kernel/field/choice/choice.ts';
import { role } from '#kernel/field/choice/role.ts';
import { regarding } from '#kernel/field/regarding/regarding.ts';
import { text } from '#kernel/field/text/text.ts';
import type { Derive, ValidationRule } from '#kernel/object.ts';

/** With whom something is shared, and for what: a person, a group of people, or all who have a role. */
export const recipientFields = {
  recipient: regarding({
    targets: [
      'administration.user',
      'administration.team',
      'administration.department',
      'administration.territory',
    ],
    timeline: false,
  }),
  role: role(),
  access: choice({ read: 'grey', update: 'blue' }, { required: true, default: 'read' }),
  audience: text({ readOnly: true, maxLength: 100, bookkeeping: true }),
};

/** The one word by which a statement finds those with whom it is shared. */
export const audienceOf: Derive = ({ recipient, role: holders }) => ({
  audience: (recipient as { readonly id: string } | null | undefined)?.id ?? holders ?? null,
});

export const recipientRules: readonly ValidationRule[] = [
  { field: 'recipient', code: 'required', when: { recipient: null, role: null } },
];
