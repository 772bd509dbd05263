import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

/** What guests read, in the language of whoever invites them or of their browser. */
export function guestWords(locale: unknown): typeof en {
  return locale === 'en' ? en : zh;
}
