import { TextInput } from '@mantine/core';
import type { EditorProps } from '../field-props.ts';
import { inputProps } from '../input-props.ts';

/** An e-mail address. */
export function EmailEditor(props: EditorProps) {
  const { field, value, onChange } = props;
  return (
    <TextInput
      {...inputProps(props)}
      type="email"
      inputMode="email"
      value={typeof value === 'string' ? value : ''}
      maxLength={field.maxLength}
      onChange={(event) => onChange(event.currentTarget.value.trim() || null)}
      autoComplete="off"
    />
  );
}
