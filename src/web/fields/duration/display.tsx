import type { DisplayProps } from '../field-props.ts';
import { useFormatting } from '../use-formatting.ts';
import { formatDuration } from './format.ts';

/** A length of time. */
export function DurationDisplay({ value }: DisplayProps) {
  const { locale } = useFormatting();
  return <span>{formatDuration(Number(value), locale)}</span>;
}
