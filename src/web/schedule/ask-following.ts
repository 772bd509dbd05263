import { createQuestion } from '#web/kit/question.ts';
import type { Moves } from './following.ts';

/** What may move with a bar. */
export interface Following {
  readonly name: string;
  readonly days: number;
  /** Everything that comes after it. */
  readonly along: Moves;
  /** What else would begin too early. */
  readonly pushed: Moves;
}

/** Asks what is to move with a bar. */
export const followingQuestion = createQuestion<Following, Moves>();
