import { boolean } from '#kernel/field/boolean/boolean.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { rollup } from '#kernel/field/rollup/rollup.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { openStages } from '../../stages/stages.ts';

/** A way of selling, with stages of its own. */
export const pipeline = defineObject({
  name: 'sales.pipeline',
  icon: 'timeline',
  defaultSort: 'name',
  configures: true,
  fields: {
    name: text({ required: true, unique: true, search: 'name' }),
    active: boolean({ required: true, default: true }),
    description: longText(),
    stageCount: rollup({ object: 'sales.stage', by: 'pipeline', measure: 'count' }),
    openCount: rollup({
      object: 'sales.opportunity',
      by: 'pipeline',
      measure: 'count',
      where: { stage: { in: openStages } },
    }),
    openAmount: rollup({
      object: 'sales.opportunity',
      by: 'pipeline',
      measure: 'sum',
      field: 'amount',
      where: { stage: { in: openStages } },
    }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'sales.pipeline': typeof pipeline;
  }
}
