import { TextInput } from '@mantine/core';
import type { EditorProps } from '../field-props.ts';
import { inputProps } from '../input-props.ts';

/** One line of text. */
export function TextEditor(props: EditorProps) {
  const { field, value, onChange } = props;
  return (
    <TextInput
      {...inputProps(props)}
      value={typeof value === 'string' ? value : ''}
      maxLength={field.maxLength}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      autoComplete="off"
    />
  );
}
