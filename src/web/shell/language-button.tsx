import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { locales } from '#web/i18n/locale.ts';
import { useChangeLanguage } from '#web/i18n/use-change-language.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import classes from './top-bar.module.css';

const signs = { en: 'EN', 'zh-CN': '中' } as const;

/** One click to the other language; it is written as that language writes itself. */
export function LanguageButton() {
  const { t } = useTranslation();
  const locale = useLocale();
  const changeLanguage = useChangeLanguage();
  const other = locales.find(({ value }) => value !== locale);
  if (!other) return null;
  return (
    <ActionIcon
      data-hint={t('palette.language', { label: other.label })}
      className={classes.language}
      size={32}
      aria-label={`${signs[other.value]} · ${t('palette.language', { label: other.label })}`}
      onClick={() => changeLanguage(other.value).catch(toastProblem)}
    >
      <span lang={other.value}>{signs[other.value]}</span>
    </ActionIcon>
  );
}
