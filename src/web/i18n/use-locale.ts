import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Locale } from './locale.ts';

/** The language on screen. Every cell of a list asks for it, so it costs no more than following the language. */
export function useLocale(): Locale {
  return useSyncExternalStore(follow, current);
}

function follow(changed: () => void): () => void {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
}

const current = () => i18next.language as Locale;
