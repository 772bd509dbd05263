import { formatDateTime } from '#kernel/writing/date-time.ts';
import type { DisplayProps } from '../field-props.ts';
import { useFormatting } from '../use-formatting.ts';

/** A moment, on the user's clock. */
export function DateTimeDisplay({ value }: DisplayProps) {
  const { locale, timeZone } = useFormatting();
  return <time dateTime={String(value)}>{formatDateTime(String(value), locale, timeZone)}</time>;
}
