import type { OwnDefinition } from './own-kind.ts';

/** What something that a company added is called in a language, or in the other one when it has no name in this. */
export function labelOf(
  { labelZh, labelEn, label }: Omit<OwnDefinition, 'id' | 'name'>,
  locale: string,
): string {
  return (locale === 'zh-CN' ? (labelZh ?? labelEn) : (labelEn ?? labelZh)) ?? label;
}
