import { touching } from './touch.ts';

/** What other domains may use of this one. */
export const exchanges = { trait: touching };
