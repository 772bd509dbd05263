import { createQuestion } from '#web/kit/question.ts';

/** How much of a series something is meant for. */
export type Reach = 'this' | 'following' | 'all';

/** Asks how much of a series is meant. */
export const reachQuestion = createQuestion<{ readonly about: 'move' | 'remove' }, Reach>();
