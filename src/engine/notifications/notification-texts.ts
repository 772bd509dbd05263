import type { Registry } from '#kernel/registry.ts';
import { labelsOf } from '../http/labels.ts';
import type { Locale } from '../http/texts.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

type TextName = 'label' | 'title' | 'text' | 'many';

/** What a kind of notification says, from its module's locale file or, for the engine's own, from this folder's. */
export function kindText(registry: Registry, locale: Locale, kind: string, name: TextName): string {
  const [module = '', short = ''] = kind.split('.');
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = (locale === 'en' ? en : zh).kinds;
  const fallback = own[kind]?.[name] ?? (name === 'label' ? short : '');
  return labelsOf(registry, locale).text([module, 'notifications', short, name], fallback);
}

/** The words around a notification in a mail. */
export function mailWords(locale: Locale): (typeof en)['mail'] {
  return (locale === 'en' ? en : zh).mail;
}

/** The words in which changes of fields are told. */
export function changeWords(locale: Locale): (typeof en)['changes'] {
  return (locale === 'en' ? en : zh).changes;
}

/** `{name}` becomes the parameter; what surrounds nothing is left out with it, between `[` and `]`. */
export function filledText(text: string, parameters: Readonly<Record<string, string>>): string {
  const fill = (part: string) => part.replace(/\{([\w.]+)\}/g, (_, name: string) => parameters[name] ?? '');
  return fill(
    text.replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{([\w.]+)\}/g)].every(([, name = '']) => parameters[name]) ? part : '',
    ),
  ).trim();
}
