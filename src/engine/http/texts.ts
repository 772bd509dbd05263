import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

export type Locale = 'en' | 'zh-CN';

/** The language that a request asks for. */
export function localeOf(header: string | undefined, fallback: Locale = 'en'): Locale {
  if (header === undefined || header.startsWith('*')) return fallback;
  return /^\s*zh/i.test(header) ? 'zh-CN' : 'en';
}

/** What went wrong, in words; a code without a text of its own is shown as it is. */
export function problemText(
  locale: Locale,
  code: string,
  parameters: Readonly<Record<string, string | number>>,
): string {
  const texts: Readonly<Record<string, string>> = locale === 'en' ? en : zh;
  return (texts[code] ?? code).replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? ''));
}
