import { useTranslation } from 'react-i18next';
import { useConditionWords } from '#web/views/filters/use-condition-words.ts';
import { readWhere } from '#web/views/filters/where.ts';

/** Tells in a sentence which of these parts of conditions on an object's records do not hold. */
export function useUnmetSentence(
  object: string,
  parts: readonly unknown[],
): (unmet: readonly unknown[]) => string {
  const { t } = useTranslation();
  const words = useConditionWords(object, parts.map(readWhere));
  return (unmet) => unmet.map((part) => words(readWhere(part))).join(t('settings.rules.comma'));
}
