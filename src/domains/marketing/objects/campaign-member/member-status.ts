import type { ChoiceColor } from '#kernel/field/choice/choice.ts';

/** How far it has come with one of the people whom a campaign is for. */
export const memberStatuses = {
  planned: 'grey',
  contacted: 'blue',
  opened: 'violet',
  responded: 'teal',
  registered: 'amber',
  attended: 'green',
  declined: 'orange',
  bounced: 'red',
} as const satisfies Record<string, ChoiceColor>;

/** Those that count as a response. */
export const responses = ['responded', 'registered', 'attended'] as const;
