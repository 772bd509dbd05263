import { type ChoiceColor, choice } from '#kernel/field/choice/choice.ts';

/** By what means people are reached. */
export const kinds = {
  email: 'violet',
  sms: 'teal',
  social: 'green',
  webinar: 'blue',
  event: 'amber',
  exhibition: 'orange',
  directMail: 'grey',
  telephone: 'teal',
  advertisement: 'red',
  other: 'grey',
} as const satisfies Record<string, ChoiceColor>;

/** Until it is over or called off; what was ended too early can go on. */
export const statusField = choice(
  { planned: 'blue', inProgress: 'amber', completed: 'green', cancelled: 'grey' },
  {
    required: true,
    default: 'planned',
    transitions: {
      planned: ['inProgress', 'cancelled'],
      inProgress: ['planned', 'completed', 'cancelled'],
      completed: ['inProgress'],
      cancelled: ['planned'],
    },
    ends: ['completed', 'cancelled'],
  },
);
