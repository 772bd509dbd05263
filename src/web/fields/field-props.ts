import type { ComponentType } from 'react';
import type { FieldMeta } from '#kernel/meta.ts';

/** Values by field name: a record as read, or one that is being filled in. */
export type Values = Readonly<Record<string, unknown>>;

export interface DisplayProps {
  readonly field: FieldMeta;
  readonly value: unknown;
  readonly record?: Values | undefined;
  /** One line only, as in a table cell. */
  readonly dense?: boolean | undefined;
}

export interface EditorProps {
  readonly field: FieldMeta;
  readonly value: unknown;
  onChange(value: unknown): void;
  /** The value is finished: Enter, a choice made, or focus gone elsewhere. */
  onCommit?: ((value: unknown) => void) | undefined;
  onCancel?: (() => void) | undefined;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  /** What was typed to begin: an input that reads or searches text begins with it. */
  readonly seed?: string | undefined;
  readonly record?: Values | undefined;
  /** Show the field's label and help around the input. */
  readonly label?: boolean | undefined;
}

/** How one field type is shown and edited. */
export interface FieldView {
  readonly Display: ComponentType<DisplayProps>;
  /** Absent when the value is worked out, never typed. */
  readonly Editor?: ComponentType<EditorProps>;
  /** Figures line up at the right of a column. */
  readonly align?: 'right';
  /** Needs the full width of a form, and of a section unless it is wide in forms alone. */
  readonly wide?: true | 'inForms';
}
