import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { EditorProps } from './field-props.ts';
import { inputProps } from './input-props.ts';

export interface ParsedInputProps {
  readonly editor: EditorProps;
  /** The value as the user would type it. */
  show(value: unknown): string;
  /** The value that was meant, or null when the text cannot be read. */
  read(text: string): unknown;
  /** What to say about text that cannot be read. */
  readonly unreadable: string;
  readonly placeholder?: string | undefined;
  readonly inputMode?: 'decimal' | 'numeric' | 'text';
  readonly leftSection?: ReactNode;
  readonly rightSection?: ReactNode;
  readonly rightSectionWidth?: number;
}

/** A text input for values that are read from what is typed: numbers, sums, lengths of time. */
export function ParsedInput({ editor, show, read, unreadable, ...input }: ParsedInputProps) {
  const [text, setText] = useState(() => editor.seed ?? show(editor.value));
  const [known, setKnown] = useState(editor.value);
  const [wrong, setWrong] = useState(false);

  if (!same(known, editor.value)) {
    setKnown(editor.value);
    setText(show(editor.value));
    setWrong(false);
  }

  const change = (typed: string) => {
    setText(typed);
    const value = typed.trim() === '' ? null : read(typed);
    setWrong(false);
    if (typed.trim() !== '' && value === null) return;
    setKnown(value);
    editor.onChange(value);
  };

  const leave = (): unknown => (text.trim() === '' ? null : read(text));
  const props = inputProps(
    {
      ...editor,
      onCommit: (value) => {
        const blank = text.trim() === '';
        setWrong(!blank && value === null);
        if (blank || value !== null) editor.onCommit?.(value);
      },
    },
    { finished: leave },
  );

  return (
    <TextInput
      {...input}
      {...props}
      error={wrong ? unreadable : props.error}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      autoComplete="off"
    />
  );
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
