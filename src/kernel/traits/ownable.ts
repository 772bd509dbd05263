import { user } from '../field/user/user.ts';
import { defineTrait } from '../trait.ts';

/** Belongs to one person, whose colleagues' rights follow from it. */
export const ownable = defineTrait({ name: 'ownable', fields: { owner: user({ default: '$actor' }) } });
