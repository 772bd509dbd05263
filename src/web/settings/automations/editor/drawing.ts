import { createContext, useContext } from 'react';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { DrawnStep, DrawnTrigger } from '#kernel/run-time/automation-definition.ts';

/** An automation while it is drawn. */
export interface Draft {
  readonly name: string;
  readonly object: string;
  readonly active: boolean;
  readonly trigger: DrawnTrigger;
  readonly where: unknown;
  readonly steps: readonly DrawnStep[];
}

interface Drawing {
  /** Whose records the steps are done for here: within a loop, those that it goes over. */
  readonly object: ObjectMeta;
  /** Within a loop, the object of the record from which it starts. */
  readonly start?: ObjectMeta;
  readonly draft: Draft;
  /** What the server found wrong, by its place: `steps.0.values.name`. */
  readonly errors: Readonly<Record<string, string>>;
  change(values: Partial<Draft>, said?: string): void;
}

const DrawingContext = createContext<Drawing | undefined>(undefined);
export const DrawingProvider = DrawingContext.Provider;

/** What is being drawn, for every part of it. */
export function useDrawing(): Drawing {
  const drawing = useContext(DrawingContext);
  if (drawing === undefined) throw new Error('This belongs into the drawing of an automation');
  return drawing;
}
