import type { Locale } from '../http/texts.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

/** The words of the register. */
export function registerText(locale: Locale, name: string): string {
  const texts: Readonly<Record<string, string>> = locale === 'en' ? en : zh;
  return texts[name] ?? name;
}
