import type { ChoiceColor } from '#kernel/field/choice/choice.ts';

/** How far a lead has come. */
export const leadStatuses = {
  new: 'blue',
  working: 'amber',
  nurturing: 'violet',
  qualified: 'teal',
  converted: 'green',
  unqualified: 'grey',
} as const satisfies Record<string, ChoiceColor>;

export const closedLeads: readonly string[] = ['converted', 'unqualified'];

/** The leads that somebody has to do with. */
export const openLeads = { status: { nin: closedLeads } } as const;

type LeadStatus = keyof typeof leadStatuses;

/** What has been converted stays converted; what was given up can be taken up again. */
export const leadMoves: Readonly<Record<LeadStatus, readonly LeadStatus[]>> = {
  new: ['working', 'nurturing', 'qualified', 'converted', 'unqualified'],
  working: ['nurturing', 'qualified', 'converted', 'unqualified'],
  nurturing: ['working', 'qualified', 'converted', 'unqualified'],
  qualified: ['working', 'nurturing', 'converted', 'unqualified'],
  unqualified: ['working', 'nurturing'],
  converted: [],
};
