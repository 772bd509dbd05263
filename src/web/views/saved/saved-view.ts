import type { ViewKind } from '#kernel/view.ts';
import type { ViewSettings } from '#kernel/view-settings.ts';

/** A view that somebody keeps, for himself or for others. */
export interface SavedView {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** The object whose records it shows. */
  readonly object: string;
  readonly kind: ViewKind;
  readonly icon: string | null;
  readonly settings: ViewSettings | null;
  readonly everybody: boolean;
  readonly standard: boolean;
  readonly owner: { readonly id: string; readonly name?: string } | null;
}
