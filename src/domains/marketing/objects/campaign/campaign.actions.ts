import { defineAction } from '#kernel/action.ts';
import { update } from '#kernel/change.ts';

/** It begins; the day that was planned stays, and is today where none was. */
export const startCampaign = defineAction({
  name: 'marketing.startCampaign',
  object: 'marketing.campaign',
  icon: 'player-play',
  primary: true,
  available: { status: 'planned' },
  input: {},
  decide: ({ id, startsOn }, _, { today }) => ({
    changes: [update('marketing.campaign', id, { status: 'inProgress', startsOn: startsOn ?? today })],
  }),
});

/** It is over. */
export const completeCampaign = defineAction({
  name: 'marketing.completeCampaign',
  object: 'marketing.campaign',
  icon: 'circle-check',
  primary: true,
  available: { status: 'inProgress' },
  input: {},
  decide: ({ id }) => ({ changes: [update('marketing.campaign', id, { status: 'completed' })] }),
});

/** It is called off. */
export const cancelCampaign = defineAction({
  name: 'marketing.cancelCampaign',
  object: 'marketing.campaign',
  icon: 'circle-x',
  available: { status: { in: ['planned', 'inProgress'] } },
  input: {},
  decide: ({ id }) => ({ changes: [update('marketing.campaign', id, { status: 'cancelled' })] }),
});
