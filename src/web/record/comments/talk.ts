import { createContext, useContext } from 'react';
import type { RecordJson } from '#web/api/record.ts';
import type { Answers } from './threads.ts';

/** What belongs to the comments of a timeline and is fetched for all of them at once. */
export interface Talk {
  readonly answers: Answers;
  readonly reactions: ReadonlyMap<string, readonly RecordJson[]>;
}

const context = createContext<Talk>({ answers: new Map(), reactions: new Map() });

/** Gives the comments of a timeline their answers and reactions. */
export const TalkProvider = context.Provider;

/** The talk of the timeline around. */
export function useTalk(): Talk {
  return useContext(context);
}
