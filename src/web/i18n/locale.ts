/** The languages of the product, each by its own name. */
export const locales = [
  { value: 'en', label: 'English' },
  { value: 'zh-CN', label: '中文' },
] as const;

export type Locale = (typeof locales)[number]['value'];

const storageKey = 'guanxi.locale';

/** The nearest language of the product to one a browser names. */
export function nearestLocale(tag: string | null | undefined): Locale | undefined {
  if (!tag) return undefined;
  if (tag.toLowerCase().startsWith('zh')) return 'zh-CN';
  return tag.toLowerCase().startsWith('en') ? 'en' : undefined;
}

/** The language before anybody has signed in: chosen earlier here, else the browser's. */
export function firstLocale(): Locale {
  const wanted = [localStorage.getItem(storageKey), ...navigator.languages];
  for (const tag of wanted) {
    const locale = nearestLocale(tag);
    if (locale) return locale;
  }
  return 'en';
}

/** Keeps the choice for the next visit of this browser. */
export function rememberLocale(locale: Locale): void {
  localStorage.setItem(storageKey, locale);
}
