import { formatDate } from '#kernel/writing/date.ts';
import type { DisplayProps } from '../field-props.ts';
import { useFormatting } from '../use-formatting.ts';

/** A calendar day, the same in every time zone. */
export function DateDisplay({ value }: DisplayProps) {
  const { locale } = useFormatting();
  return <time dateTime={String(value)}>{formatDate(String(value), locale)}</time>;
}
