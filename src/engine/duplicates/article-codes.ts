/** What an article code may have more than the same one elsewhere: a colour, a market, a packing (FS105, FS105NA). */
const longestEnding = 4;
/** A code of which the other has the beginning only. */
const beginning = 0.85;
/** What an article is made for, up to the next dash: its code is another article's. */
const madeFor = /\b(?:for|fits|compatible with)\b.*?(?= [-–] |$)|适用于?.*?(?=的|[，,；;]|$)/gu;
/** 100mbps, 2.4ghz, 17inch, 1080: how much, not which. */
const measure = /^\d{1,4}(?:[a-z]{0,4}|watts)$/;

/** The codes in a folded text, without what is written between their characters: KX-TS108W → kxts108w. */
export function articleCodes(text: string): readonly string[] {
  const words = text.replace(madeFor, ' ').match(/[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu) ?? [];
  const codes = words.map((word) => word.replace(/[-.]/g, ''));
  return [...new Set(codes.filter((code) => code.length >= 4 && /\d/.test(code) && !measure.test(code)))];
}

/** Whether two texts name the same article: 1 where a code is the same, less where one begins with the other. */
export function sameArticle(one: readonly string[], other: readonly string[]): number {
  let likeness = 0;
  for (const a of one) {
    for (const b of other) {
      if (a === b) return 1;
      const [brief, full] = a.length < b.length ? [a, b] : [b, a];
      if (full.startsWith(brief) && full.length - brief.length <= longestEnding) likeness = beginning;
    }
  }
  return likeness;
}
