import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLocale } from './i18n.ts';
import { type Locale, locales } from './locale.ts';
import { useLocale } from './use-locale.ts';

/** Changes the language before anybody has signed in. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language.label')}
      data={locales.map(({ value, label }) => ({ value, label: <span lang={value}>{label}</span> }))}
      value={locale}
      onChange={(value) => changeLocale(value as Locale)}
    />
  );
}
