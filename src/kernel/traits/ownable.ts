import { user } from '../field/user/user.ts';
import { defineTrait } from '../trait.ts';

/**
 * Belongs to one person, whose colleagues' rights follow from it. Whoever sees his own alone has the newest of them as
 * fast as somebody who sees everything.
 */
export const ownable = defineTrait({
  name: 'ownable',
  fields: { owner: user({ default: '$actor', indexed: false }) },
  indexes: [['owner', '-createdAt']],
});
