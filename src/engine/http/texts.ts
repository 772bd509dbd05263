import type { Module, Texts } from '#kernel/module.ts';
import { identityText } from '../identity/identity-text.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

export type Locale = 'en' | 'zh-CN';

/** The language that a request asks for. */
export function localeOf(header: string | undefined, fallback: Locale = 'en'): Locale {
  if (header === undefined || header.startsWith('*')) return fallback;
  return /^\s*zh/i.test(header) ? 'zh-CN' : 'en';
}

/**
 * What went wrong, in words, the engine's or a module's `problems`; a code without a text is shown as it is. In a text
 * `{name}` stands for a parameter, which may be there for each language, and `{name:group}` for what its value is called in a group of texts.
 */
export function problemText(
  locale: Locale,
  code: string,
  parameters: Readonly<Record<string, string | number>>,
  modules: readonly Module[] = [],
): string {
  const texts: Readonly<Record<string, string>> = locale === 'en' ? en : zh;
  const declared = modules.map((module) => (module.locales[locale].problems as Texts | undefined)?.[code]);
  const own = texts[code] ?? identityText(locale, code, parameters);
  const text = own ?? declared.find((found) => typeof found === 'string') ?? code;
  return text.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, group?: string) => {
    const value = String(parameters[`${name}.${locale}`] ?? parameters[name] ?? '');
    return group === undefined ? value : (texts[`${group}.${value}`] ?? value);
  });
}
