import { TextInput, type TextInputProps } from '@mantine/core';

/** Where a code of six digits is typed, or proposed by the device. */
export function CodeInput(props: TextInputProps) {
  return (
    <TextInput autoComplete="one-time-code" spellCheck={false} required withAsterisk={false} {...props} />
  );
}
