import { Anchor } from '@mantine/core';
import type { DisplayProps } from '../field-props.ts';

/** An address to write to. */
export function EmailDisplay({ value }: DisplayProps) {
  return (
    <Anchor href={`mailto:${encodeURI(String(value))}`} onClick={(event) => event.stopPropagation()}>
      {String(value)}
    </Anchor>
  );
}
