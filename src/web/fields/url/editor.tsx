import { TextInput } from '@mantine/core';
import type { EditorProps } from '../field-props.ts';
import { inputProps } from '../input-props.ts';

/** A web address. */
export function UrlEditor(props: EditorProps) {
  const { field, value, onChange } = props;
  return (
    <TextInput
      {...inputProps(props)}
      inputMode="url"
      placeholder="https://"
      value={typeof value === 'string' ? value : ''}
      maxLength={field.maxLength}
      onChange={(event) => onChange(event.currentTarget.value.trim() || null)}
      autoComplete="off"
    />
  );
}
