import { useTranslation } from 'react-i18next';
import { useDefiningObject } from './use-definitions.ts';

/** What a type of field is called. */
export function useTypeLabel(): (type: string) => string {
  const { t } = useTranslation();
  const choices = useDefiningObject()?.fields.find(({ name }) => name === 'type')?.choices ?? [];
  return (type) =>
    choices.find(({ value }) => value === type)?.label ??
    (type === 'formula' ? t('settings.fields.formula') : type);
}
