import { formatPercent } from '#kernel/writing/percent.ts';
import type { DisplayProps } from '../field-props.ts';
import { useFormatting } from '../use-formatting.ts';

/** A percentage. */
export function PercentDisplay({ value }: DisplayProps) {
  const { locale } = useFormatting();
  return <span>{formatPercent(value, locale)}</span>;
}
