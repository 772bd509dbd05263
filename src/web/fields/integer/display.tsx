import { formatDecimal } from '../decimal/format.ts';
import type { DisplayProps } from '../field-props.ts';
import { useFormatting } from '../use-formatting.ts';

/** A whole number. */
export function IntegerDisplay({ value }: DisplayProps) {
  const { locale } = useFormatting();
  return <span>{formatDecimal(value, locale)}</span>;
}
