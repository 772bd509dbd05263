import { Textarea } from '@mantine/core';
import type { EditorProps } from '../field-props.ts';
import { inputProps } from '../input-props.ts';
import { FromFile } from './from-file.tsx';

/** Several lines of text. */
export function LongTextEditor(props: EditorProps) {
  const { field, value, onChange } = props;
  return (
    <>
      <Textarea
        {...inputProps(props, { multiline: true })}
        value={typeof value === 'string' ? value : ''}
        maxLength={field.maxLength}
        onChange={(event) => onChange(event.currentTarget.value || null)}
        autosize
        minRows={3}
        maxRows={14}
      />
      {field.accept !== undefined && <FromFile accept={field.accept} onText={onChange} />}
    </>
  );
}
