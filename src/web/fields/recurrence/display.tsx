import { useTranslation } from 'react-i18next';
import type { Recurrence } from '#kernel/recurrence/recurrence.ts';
import type { DisplayProps } from '../field-props.ts';
import { useFormatting } from '../use-formatting.ts';
import { describeRule } from './describe-rule.ts';

/** How something comes back, in words. */
export function RecurrenceDisplay({ value }: DisplayProps) {
  const { t } = useTranslation();
  const { locale } = useFormatting();
  return <span>{describeRule(value as Recurrence, t, locale)}</span>;
}
