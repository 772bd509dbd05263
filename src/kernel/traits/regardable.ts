import { defineTrait } from '../trait.ts';

/** Activities may be about it. */
export const regardable = defineTrait({ name: 'regardable', fields: {} });
