import { useTranslation } from 'react-i18next';
import type { Locale } from './locale.ts';

/** The language on screen. */
export function useLocale(): Locale {
  return useTranslation().i18n.language as Locale;
}
