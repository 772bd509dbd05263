import { Code } from '@mantine/core';
import type { DisplayProps } from '../field-props.ts';

/** Structured data as it is written. */
export function JsonDisplay({ value, dense }: DisplayProps) {
  if (dense) return <Code>{JSON.stringify(value).slice(0, 80)}</Code>;
  return (
    <Code block mah={240}>
      {JSON.stringify(value, null, 2)}
    </Code>
  );
}
