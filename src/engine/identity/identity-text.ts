import en from './locales/en.json' with { type: 'json' };
import chinese from './locales/zh-CN.json' with { type: 'json' };

export type IdentityTextCode = keyof typeof en;

const texts: Readonly<Record<'en' | 'zh-CN', Readonly<Record<string, string>>>> = { en, 'zh-CN': chinese };

/** The text for a code in the reader's language, filled with its parameters; undefined for a code of others. */
export function identityText(
  locale: 'en' | 'zh-CN',
  code: string,
  parameters: Readonly<Record<string, unknown>> = {},
): string | undefined {
  const known = Object.hasOwn(texts[locale], code) ? texts[locale][code] : undefined;
  return known?.replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? ''));
}
