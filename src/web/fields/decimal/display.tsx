import { formatDecimal } from '#kernel/writing/decimal.ts';
import type { DisplayProps } from '../field-props.ts';
import { useFormatting } from '../use-formatting.ts';

/** A decimal number, every digit kept. */
export function DecimalDisplay({ field, value }: DisplayProps) {
  const { locale } = useFormatting();
  return <span>{formatDecimal(value, locale, field.scale)}</span>;
}
