import { defineAction } from '#kernel/action.ts';
import { update } from '#kernel/change.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { memberStatuses } from './member-status.ts';

/** How far it has come with these people. */
export const setMemberStatus = defineAction({
  name: 'marketing.setMemberStatus',
  object: 'marketing.campaignMember',
  icon: 'list-check',
  bulk: true,
  input: { status: choice(memberStatuses, { required: true, default: 'attended' }) },
  decide: ({ id }, { status }) => ({ changes: [update('marketing.campaignMember', id, { status })] }),
});
