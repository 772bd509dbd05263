import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

export type LinkWords = typeof en;

/** What strangers read around a view that they are shown. */
export function linkWords(locale: 'en' | 'zh-CN'): LinkWords {
  return locale === 'en' ? en : zh;
}
