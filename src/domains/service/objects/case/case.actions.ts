import { defineAction } from '#kernel/action.ts';
import { asSystem, update } from '#kernel/change.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { openStatuses } from './case-status.ts';

/** Makes it one's own and begins. */
export const takeCase = defineAction({
  name: 'service.takeCase',
  object: 'service.case',
  icon: 'hand-grab',
  bulk: true,
  available: { status: { in: [...openStatuses] } },
  roles: ['serviceManager', 'serviceAgent'],
  input: {},
  decide: (record, _, { actor }) => ({
    changes: [
      asSystem(
        'Whoever sees a case may help with it.',
        update('service.case', record.id, { owner: actor.id, status: 'inProgress' }),
      ),
    ],
  }),
});

/** There is an answer. */
export const resolveCase = defineAction({
  name: 'service.resolveCase',
  object: 'service.case',
  icon: 'circle-check',
  primary: true,
  available: { status: { in: [...openStatuses] } },
  input: { resolution: longText({ required: true }) },
  decide: (record, { resolution }) => ({
    changes: [update('service.case', record.id, { status: 'resolved', resolution })],
  }),
});

/** The customer is content. */
export const closeCase = defineAction({
  name: 'service.closeCase',
  object: 'service.case',
  icon: 'archive',
  bulk: true,
  available: { status: 'resolved' },
  input: {},
  decide: (record) => ({ changes: [update('service.case', record.id, { status: 'closed' })] }),
});

/** It was not settled after all. */
export const reopenCase = defineAction({
  name: 'service.reopenCase',
  object: 'service.case',
  icon: 'rotate',
  available: { status: { in: ['resolved', 'closed'] } },
  input: {},
  decide: (record) => ({ changes: [update('service.case', record.id, { status: 'inProgress' })] }),
});
