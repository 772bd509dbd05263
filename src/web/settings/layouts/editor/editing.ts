import { createContext, useContext } from 'react';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { LayoutPart } from '#kernel/run-time/page-layout.ts';
import type { LayoutDraft } from '../draft.ts';

/** What the parts of the editor share. */
export interface Editing {
  readonly object: ObjectMeta;
  readonly draft: LayoutDraft;
  /** Changes the draft, and says aloud what was done when told. */
  change(draft: LayoutDraft, said?: string): void;
}

/** What is being dragged or dropped on. */
export type Grip =
  | { readonly kind: 'field'; readonly field: string; readonly place: string; readonly at: number }
  | { readonly kind: 'fields'; readonly place: string }
  | { readonly kind: 'part'; readonly part: LayoutPart; readonly area: string; readonly at: number }
  | { readonly kind: 'parts'; readonly area: string };

const EditingContext = createContext<Editing | undefined>(undefined);

export const EditingProvider = EditingContext.Provider;

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('Nothing is being laid out here');
  return editing;
}
