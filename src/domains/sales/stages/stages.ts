import type { ChoiceColor } from '#kernel/field/choice/choice.ts';

/** The stages of every pipeline; each pipeline uses those that it has a stage record for. */
export const stages = {
  prospecting: 'grey',
  engaging: 'blue',
  qualification: 'teal',
  proposal: 'violet',
  negotiation: 'amber',
  won: 'green',
  lost: 'red',
} as const satisfies Record<string, ChoiceColor>;

export type StageName = keyof typeof stages;

export const stageNames = Object.keys(stages) as readonly StageName[];

export const closedStages = ['won', 'lost'] as const satisfies readonly StageName[];

export const openStages: readonly StageName[] = stageNames.filter(
  (name) => !(closedStages as readonly string[]).includes(name),
);

/** How likely a deal is in a stage, in percent, where its pipeline says nothing else. */
export const usualProbability: Readonly<Record<StageName, string>> = {
  prospecting: '10.00',
  engaging: '20.00',
  qualification: '30.00',
  proposal: '50.00',
  negotiation: '75.00',
  won: '100.00',
  lost: '0.00',
};

/** An open deal moves freely; a closed one can be opened again or be found to have ended the other way. */
export const stageMoves: Readonly<Record<StageName, readonly StageName[]>> = {
  prospecting: others('prospecting'),
  engaging: others('engaging'),
  qualification: others('qualification'),
  proposal: others('proposal'),
  negotiation: others('negotiation'),
  won: others('won'),
  lost: others('lost'),
};

function others(from: StageName): readonly StageName[] {
  return stageNames.filter((to) => to !== from);
}

export function isOpen(stage: unknown): boolean {
  return openStages.includes(stage as StageName);
}
