import type { JsonSchema } from '#kernel/field/type.ts';
import type { Call } from './call.ts';
import { objectOf } from './object-of.ts';
import type { Phrases } from './phrases.ts';

const open = { type: 'object', additionalProperties: true };
const configuration: JsonSchema = objectOf({ format: { const: 1 }, settings: open, records: open });
const plan: JsonSchema = objectOf({
  settings: open,
  records: {
    type: 'array',
    items: objectOf({
      object: { type: 'string' },
      key: open,
      change: { type: 'string', enum: ['create', 'update', 'left'] },
      fields: open,
    }),
  },
});

/** How a company has set the product up, as text. */
export function configurationCalls(say: Phrases): readonly Call[] {
  const tag = say('installation');
  const sent = (verb: 'plan' | 'apply', id: string, summary: string): Call => ({
    ...{ method: 'post', path: `/api/configuration/${verb}`, id, tag, summary },
    ...{ body: configuration, answer: plan, refuses: [403, 409, 422] },
  });
  return [
    {
      ...{ method: 'get', path: '/api/configuration', id: 'readConfiguration', tag },
      ...{ summary: say('readConfiguration'), answer: configuration, refuses: [403] },
    },
    sent('plan', 'planConfiguration', say('planConfiguration')),
    sent('apply', 'applyConfiguration', say('applyConfiguration')),
  ];
}
