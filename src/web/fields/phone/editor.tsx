import { TextInput } from '@mantine/core';
import type { EditorProps } from '../field-props.ts';
import { inputProps } from '../input-props.ts';

/** A telephone number. */
export function PhoneEditor(props: EditorProps) {
  const { field, value, onChange } = props;
  return (
    <TextInput
      {...inputProps(props)}
      type="tel"
      inputMode="tel"
      value={typeof value === 'string' ? value : ''}
      maxLength={field.maxLength}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      autoComplete="off"
    />
  );
}
