import type { Locale } from '../http/texts.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

export type PhraseName = keyof typeof en;
export type Phrases = (name: PhraseName, parameters?: Readonly<Record<string, string>>) => string;

/** The words in which the API is described. */
export function phrasesIn(locale: Locale): Phrases {
  const texts: Readonly<Record<PhraseName, string>> = locale === 'en' ? en : zh;
  return (name, parameters = {}) =>
    texts[name].replace(/\{(\w+)\}/g, (whole, key: string) => parameters[key] ?? whole);
}
