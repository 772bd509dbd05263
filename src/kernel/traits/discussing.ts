import { discussable } from '../discussable.ts';
import { regarding } from '../field/regarding/regarding.ts';
import { defineTrait } from '../trait.ts';
import { activity } from './activity.ts';

/** An activity that may be about any record that people talk about, other activities included, and is about one. */
export const discussing = defineTrait({
  name: activity.name,
  fields: { regarding: regarding({ required: true, having: discussable }) },
});
