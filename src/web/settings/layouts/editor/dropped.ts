import type { LayoutPart } from '#kernel/run-time/page-layout.ts';
import { type LayoutDraft, offPage, withField, withPart } from '../draft.ts';
import type { Grip } from './editing.ts';

/** The draft after something was let go over something else; as it was where that means nothing. */
export function dropped(draft: LayoutDraft, moved: Grip, over: Grip): LayoutDraft {
  if (moved.kind === 'field') {
    if (over.kind === 'field') return withField(draft, moved.field, moved.place, over.place, over.at);
    return over.kind === 'fields' ? withField(draft, moved.field, moved.place, over.place) : draft;
  }
  if (moved.kind !== 'part') return draft;
  if (over.kind === 'part') return withPart(draft, moved.part, over.area, over.at);
  return over.kind === 'parts' ? withPart(draft, moved.part, over.area) : draft;
}

/** Whether something may be let go there: fields among fields, parts among parts. */
export function takes(over: Grip, moved: Grip): boolean {
  const field = moved.kind === 'field';
  return field
    ? over.kind === 'field' || over.kind === 'fields'
    : over.kind === 'part' || over.kind === 'parts';
}

/** The draft without a part; the fields of a section are off the page then. */
export function withoutPart(draft: LayoutDraft, part: LayoutPart): LayoutDraft {
  return withPart(draft, part, offPage);
}
