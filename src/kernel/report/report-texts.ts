import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import type { Translate } from './words.ts';

type Texts = { readonly [key: string]: string | Texts };

/** The words of reports in a language, where no client gives them. */
export function reportTexts(locale: 'en' | 'zh-CN'): Translate {
  const texts: Texts = locale === 'en' ? en : zh;
  return (key, parts = {}) => {
    const text = key.split('.').reduce<Texts[string] | undefined>(below, texts);
    return typeof text === 'string' ? text.replaceAll(/\{\{(\w+)\}\}/g, (_, part) => parts[part] ?? '') : key;
  };
}

function below(texts: Texts[string] | undefined, key: string): Texts[string] | undefined {
  return typeof texts === 'object' ? texts[key] : undefined;
}
