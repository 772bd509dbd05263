import { formatDuration } from '#kernel/writing/duration.ts';
import type { DisplayProps } from '../field-props.ts';
import { useFormatting } from '../use-formatting.ts';

/** A length of time. */
export function DurationDisplay({ value }: DisplayProps) {
  const { locale } = useFormatting();
  return <span>{formatDuration(Number(value), locale)}</span>;
}
