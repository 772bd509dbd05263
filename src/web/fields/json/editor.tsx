import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorProps } from '../field-props.ts';
import { inputProps } from '../input-props.ts';

/** Structured data as text; it is handed over only while it can be read. */
export function JsonEditor(props: EditorProps) {
  const { value, onChange } = props;
  const { t } = useTranslation();
  const [text, setText] = useState(() =>
    value === null || value === undefined ? '' : JSON.stringify(value, null, 2),
  );
  const [wrong, setWrong] = useState(false);
  const change = (typed: string) => {
    setText(typed);
    const read = readJson(typed);
    setWrong(read === undefined);
    if (read !== undefined) onChange(read);
  };
  const shown = inputProps({ ...props, onCommit: wrong ? undefined : props.onCommit }, { multiline: true });
  return (
    <Textarea
      {...shown}
      error={wrong ? t('field.notJson') : shown.error}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      autosize
      minRows={4}
      maxRows={16}
      spellCheck={false}
      ff="monospace"
    />
  );
}

function readJson(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
