import type { Change, Decision } from '#kernel/change.ts';
import { create } from '#kernel/change.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import type { ValuesOf } from '#kernel/object.ts';
import type { Where } from '#kernel/where.ts';
import { memberStatuses } from '../objects/campaign-member/member-status.ts';

type Member = 'marketing.campaignMember';

/** What is asked for when people are added to a campaign. */
export const invitationInput = {
  campaign: reference('marketing.campaign', {
    required: true,
    limit: { status: { in: ['planned', 'inProgress'] } },
  }),
  status: choice(memberStatuses, { required: true, default: 'planned' }),
};

/** Makes the person named by `who` a member of the campaign, unless he is one. */
export async function invite(
  who: ValuesOf<Member> & Where<Member>,
  { campaign, status }: { readonly campaign: string; readonly status: keyof typeof memberStatuses },
  decision: Decision,
): Promise<{ readonly changes: readonly Change[] }> {
  const [member] = await decision
    .asSystem('A person is in a campaign once, whoever sees it.')
    .list('marketing.campaignMember', { campaign, ...who } as Where<Member>, 1);
  if (member !== undefined) return { changes: [] };
  return {
    changes: [create('marketing.campaignMember', decision.newId(), { campaign, status, ...who })],
  };
}
