/** The language in which something is written, for programs that read it aloud and for values that stand in it. */
export function languageOf(text: string): 'en' | 'zh-CN' {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
}
