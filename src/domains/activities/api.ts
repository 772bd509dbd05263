import { everydayGrants } from './everyday-grants.ts';
import { touching } from './touching.ts';

/** What other domains may use of this one. */
export const exchanges = { trait: touching };
export const everyday = { grants: everydayGrants };
