import type { DisplayProps } from '../field-props.ts';

/** A number the product gave. */
export function AutoNumberDisplay({ value }: DisplayProps) {
  return <span>{String(value)}</span>;
}
