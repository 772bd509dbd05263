import { formatDecimal } from '#kernel/writing/decimal.ts';
import type { DisplayProps } from '../field-props.ts';
import { useFormatting } from '../use-formatting.ts';

/** A whole number. */
export function IntegerDisplay({ field, value }: DisplayProps) {
  const { locale } = useFormatting();
  return <span>{field.grouped === false ? String(value) : formatDecimal(value, locale)}</span>;
}
