import type { ComponentType } from 'react';
import type { FieldMeta } from '#kernel/meta.ts';

/** A record as the server sends it: its id, its version and whatever fields were asked for. */
export type RecordJson = Readonly<Record<string, unknown>> & { readonly id: string };

export interface DisplayProps {
  readonly field: FieldMeta;
  readonly value: unknown;
  readonly record?: RecordJson;
  /** One line only, as in a table cell. */
  readonly dense?: boolean;
}

export interface EditorProps {
  readonly field: FieldMeta;
  readonly value: unknown;
  onChange(value: unknown): void;
  /** The value is finished: Enter, a choice made, or focus gone elsewhere. */
  onCommit?(value: unknown): void;
  onCancel?(): void;
  readonly error?: string;
  readonly autoFocus?: boolean;
  readonly record?: RecordJson;
  /** Show the field's label and help around the input. */
  readonly label?: boolean;
}

/** How one field type is shown and edited. */
export interface FieldView {
  readonly Display: ComponentType<DisplayProps>;
  readonly Editor: ComponentType<EditorProps>;
  /** Figures line up at the right of a column. */
  readonly align?: 'right';
  /** Needs the full width of a form or section. */
  readonly wide?: boolean;
}
