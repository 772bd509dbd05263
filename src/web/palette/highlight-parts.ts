/** A piece of a text, and whether it is what was searched for. */
export interface HighlightPart {
  readonly text: string;
  readonly match: boolean;
}

/** Cuts a text at every place where one of the searched words stands, whatever its case. */
export function highlightParts(text: string, search: string): readonly HighlightPart[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const lower = text.toLowerCase();
  const parts: HighlightPart[] = [];
  let from = 0;
  while (words.length > 0 && lower.length === text.length) {
    const next = firstMatch(lower, words, from);
    if (!next) break;
    if (next.at > from) parts.push({ text: text.slice(from, next.at), match: false });
    parts.push({ text: text.slice(next.at, next.at + next.length), match: true });
    from = next.at + next.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), match: false });
  return parts;
}

function firstMatch(text: string, words: readonly string[], from: number) {
  return words
    .map((word) => ({ at: text.indexOf(word, from), length: word.length }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at || other.length - one.length)[0];
}
