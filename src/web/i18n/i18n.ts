import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { setRequestLanguage } from '#web/api/client.ts';
import { inSentence } from './in-sentence.ts';
import { firstLocale, type Locale, rememberLocale } from './locale.ts';

/** The texts that every page may need, and those of parts that most people seldom open. */
const texts = {
  everywhere: {
    en: () => import('../locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('../locales/zh-CN.json', { with: { type: 'json' } }),
  },
  views: {
    en: () => import('#web/views/locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('#web/views/locales/zh-CN.json', { with: { type: 'json' } }),
  },
  viewLinks: {
    en: () => import('#web/view-links/locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('#web/view-links/locales/zh-CN.json', { with: { type: 'json' } }),
  },
  bulk: {
    en: () => import('#web/bulk/locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('#web/bulk/locales/zh-CN.json', { with: { type: 'json' } }),
  },
  taken: {
    en: () => import('#web/calendar/taken/locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('#web/calendar/taken/locales/zh-CN.json', { with: { type: 'json' } }),
  },
  duplicates: {
    en: () => import('#web/duplicates/locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('#web/duplicates/locales/zh-CN.json', { with: { type: 'json' } }),
  },
  settings: {
    en: () => import('#web/settings/locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('#web/settings/locales/zh-CN.json', { with: { type: 'json' } }),
  },
  files: {
    en: () => import('#web/files/locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('#web/files/locales/zh-CN.json', { with: { type: 'json' } }),
  },
  help: {
    en: () => import('#web/help/locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('#web/help/locales/zh-CN.json', { with: { type: 'json' } }),
  },
  reportWords: {
    en: () => import('#kernel/report/locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('#kernel/report/locales/zh-CN.json', { with: { type: 'json' } }),
  },
  reports: {
    en: () => import('#web/reports/locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('#web/reports/locales/zh-CN.json', { with: { type: 'json' } }),
  },
};

export type Part = keyof typeof texts;

const needed = new Set<Part>(['everywhere']);
const loaded = new Set<string>();

async function loadTexts(locale: Locale): Promise<void> {
  const missing = [...needed].filter((part) => !loaded.has(`${locale} ${part}`));
  await Promise.all(
    missing.map(async (part) => {
      const { default: words } = await texts[part][locale]();
      i18next.addResourceBundle(locale, 'translation', words, true);
      loaded.add(`${locale} ${part}`);
    }),
  );
}

/** Gets the texts of a part of the product ready, from now on in every language that is chosen. */
export async function needTexts(part: Part): Promise<void> {
  needed.add(part);
  await loadTexts(i18next.language as Locale);
}

/** Gets the texts ready in the language of this visitor, and does meanwhile what needs only to know which that is. */
export async function startTexts(meanwhile: () => Promise<void>): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: firstLocale(),
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  i18next.services.formatter?.add('sentence', (value, locale) => inSentence(String(value), locale ?? 'en'));
  setRequestLanguage(firstLocale());
  await Promise.all([changeLocale(firstLocale()), meanwhile()]);
}

/** Changes every word on screen. */
export async function changeLocale(locale: Locale): Promise<void> {
  await loadTexts(locale);
  setRequestLanguage(locale);
  rememberLocale(locale);
  document.documentElement.lang = locale;
  await i18next.changeLanguage(locale);
}
