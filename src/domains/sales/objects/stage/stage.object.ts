import { choice } from '#kernel/field/choice/choice.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { multiChoice } from '#kernel/field/multi-choice/multi-choice.ts';
import { percent } from '#kernel/field/percent/percent.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { stages } from '../../stages/stages.ts';

/** A stage as one pipeline has it: what it is called there, how likely its deals are, and what it asks of them. */
export const stage = defineObject({
  name: 'sales.stage',
  icon: 'stairs',
  defaultSort: 'position',
  configures: true,
  partOf: 'pipeline',
  unique: [['pipeline', 'stage']],
  fields: {
    name: text({ required: true }),
    pipeline: reference('sales.pipeline', { required: true, onDelete: 'cascade' }),
    stage: choice(stages, { required: true }),
    position: integer({ required: true, default: 1 }),
    probability: percent(),
    maxDays: integer(),
    exitCriteria: longText(),
    requiredFields: multiChoice({
      account: 'blue',
      contact: 'blue',
      amount: 'amber',
      closeDate: 'teal',
      product: 'violet',
      nextStep: 'grey',
    }),
    requiredActivities: multiChoice({
      call: 'blue',
      meeting: 'violet',
      email: 'teal',
      task: 'amber',
      note: 'grey',
    }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'sales.stage': typeof stage;
  }
}
