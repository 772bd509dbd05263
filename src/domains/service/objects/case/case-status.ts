import { choice } from '#kernel/field/choice/choice.ts';

/** In which somebody still has something to do. */
export const openStatuses = ['new', 'inProgress', 'waiting'] as const;

/** From the first word to the last; what was thought settled can be opened again. */
export const statusField = choice(
  { new: 'blue', inProgress: 'amber', waiting: 'violet', resolved: 'green', closed: 'grey' },
  {
    required: true,
    default: 'new',
    transitions: {
      new: ['inProgress', 'waiting', 'resolved'],
      inProgress: ['waiting', 'resolved'],
      waiting: ['inProgress', 'resolved'],
      resolved: ['closed', 'inProgress'],
      closed: ['inProgress'],
    },
    ends: ['closed'],
  },
);
