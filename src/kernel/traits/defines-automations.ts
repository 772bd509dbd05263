import { boolean } from '../field/boolean/boolean.ts';
import { objectChoice } from '../field/choice/object-choice.ts';
import { json } from '../field/json/json.ts';
import { text } from '../field/text/text.ts';
import { defineTrait } from '../trait.ts';

/** Its records are automations that a company draws at run time; one that is not active is a draft. */
export const definesAutomations = defineTrait({
  name: 'definesAutomations',
  fields: {
    name: text({ required: true, maxLength: 80, search: 'name' }),
    object: objectChoice({ required: true, immutable: true }),
    /** `{"on":"updated","fields":["name"]}` or `{"on":"time","field":"closeDate","offset":-86400}`. */
    trigger: json({ required: true, names: { as: 'trigger', of: 'object' } }),
    /** Only for records of which this holds; for all where nothing is said. */
    where: json({ names: { as: 'condition', of: 'object' } }),
    /** What is done, in this order: see `DrawnStep`. */
    steps: json({ names: { as: 'steps', of: 'object' } }),
    active: boolean({ required: true, default: false }),
  },
});
