import type { FocusEvent, KeyboardEvent } from 'react';
import type { EditorProps } from './field-props.ts';

interface Wanted {
  /** Enter writes a line break; Ctrl or ⌘ with Enter finishes. */
  readonly multiline?: boolean;
  /** What to hand over when the editor is left; the editor's value when absent. */
  finished?(): unknown;
}

/**
 * What every input shows and listens to: label, help, complaint, Enter, Esc and leaving.
 * Enter that ends an input method's composition is not taken for "finished".
 */
export function inputProps(props: EditorProps, wanted: Wanted = {}) {
  const { field, label, error, autoFocus, onCommit, onCancel } = props;
  const finish = () => onCommit?.(wanted.finished ? wanted.finished() : props.value);
  return {
    ...chrome(props),
    error,
    autoFocus: autoFocus ?? false,
    'data-autofocus': autoFocus || undefined,
    name: field.name,
    ...(label ? {} : { 'aria-label': field.label }),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Escape' && onCancel) {
        event.stopPropagation();
        onCancel();
      }
      if (event.key !== 'Enter' || !onCommit) return;
      if (wanted.multiline && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      finish();
    },
    onBlur: (_event: FocusEvent) => finish(),
  };
}

/** Label, help and the mark of a required field, when the editor stands in a form. */
export function chrome({ field, label }: EditorProps) {
  if (!label) return {};
  return { label: field.label, description: field.help, withAsterisk: field.required };
}
