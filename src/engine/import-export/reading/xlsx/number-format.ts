/** What a number in a cell stands for, as its format shows it. */
export type NumberKind = 'number' | 'percent' | 'date' | 'dateTime' | 'time' | 'duration';

/** Formats known by number alone; 27 to 36 and 50 to 58 are dates in Chinese, Japanese and Korean Excel. */
export function builtInKind(format: number): NumberKind {
  if (format === 9 || format === 10) return 'percent';
  if (format === 22) return 'dateTime';
  if (format >= 14 && format <= 17) return 'date';
  if (format >= 18 && format <= 21) return 'time';
  if (format === 45 || format === 47) return 'time';
  if (format === 46) return 'duration';
  if (format >= 32 && format <= 35) return 'time';
  if (format === 55 || format === 56) return 'time';
  if ((format >= 27 && format <= 36) || (format >= 50 && format <= 58)) return 'date';
  return 'number';
}

/** Text in quotes, escaped characters, padding, and colours, conditions or locales in brackets. */
const LITERAL = /"[^"]*"?|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;

/** The kind of a format code such as `yyyy"年"m"月"d"日"`: its first section decides. */
export function codeKind(code: string): NumberKind {
  const [section = ''] = code.replace(LITERAL, '').split(';');
  const bare = section.toLowerCase().replace('general', '');
  if (/\[(?:h+|m+|s+)\]/.test(bare)) return 'duration';
  const time = /[hs]|am\/pm|上午\/下午/.test(bare);
  if (/[yd]/.test(bare) || (!time && bare.includes('m'))) return time ? 'dateTime' : 'date';
  if (time) return 'time';
  return bare.includes('%') ? 'percent' : 'number';
}
