import type { DisplayProps } from '../field-props.ts';
import { RecordLink } from '../reference/record-link.tsx';
import { asTarget } from '../reference/target.ts';

/** The record, of whatever object, that something is about. */
export function RegardingDisplay({ value }: DisplayProps) {
  const target = asTarget('', value);
  return target && <RecordLink target={target} />;
}
