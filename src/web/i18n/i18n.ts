import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { setRequestLanguage } from '#web/api/client.ts';
import { inSentence } from './in-sentence.ts';
import { firstLocale, type Locale, rememberLocale } from './locale.ts';

const texts = {
  en: () => import('../locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('../locales/zh-CN.json', { with: { type: 'json' } }),
};

async function loadTexts(locale: Locale): Promise<void> {
  if (i18next.hasResourceBundle(locale, 'translation')) return;
  const { default: words } = await texts[locale]();
  i18next.addResourceBundle(locale, 'translation', words);
}

/** Gets the texts ready in the language of this visitor. */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: firstLocale(),
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  i18next.services.formatter?.add('sentence', (value, locale) => inSentence(String(value), locale ?? 'en'));
  await changeLocale(firstLocale());
}

/** Changes every word on screen. */
export async function changeLocale(locale: Locale): Promise<void> {
  await loadTexts(locale);
  setRequestLanguage(locale);
  rememberLocale(locale);
  document.documentElement.lang = locale;
  await i18next.changeLanguage(locale);
}
