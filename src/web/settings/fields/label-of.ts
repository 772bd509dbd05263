import type { Definition } from './definition.ts';

/** What an added field is called in a language, or in the other one when it has no name in this. */
export function labelOf({ labelZh, labelEn, label }: Definition, locale: string): string {
  return (locale === 'zh-CN' ? (labelZh ?? labelEn) : (labelEn ?? labelZh)) ?? label;
}
