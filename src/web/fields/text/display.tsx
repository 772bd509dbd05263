import type { DisplayProps } from '../field-props.ts';

/** One line of text. */
export function TextDisplay({ value }: DisplayProps) {
  return <span>{String(value)}</span>;
}
