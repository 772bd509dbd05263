import { regarding } from '../field/regarding/regarding.ts';
import { defineTrait } from '../trait.ts';

/** Something that happens between people about a record; shown whole on the timeline of what it regards. */
export const activity = defineTrait({ name: 'activity', fields: { regarding: regarding() } });
