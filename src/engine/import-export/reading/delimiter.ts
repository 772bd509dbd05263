/** What stands between two cells of a line, likeliest first. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Records looked at. */
const RECORDS = 50;

/**
 * The delimiter of a text, guessed from its first lines: the one that divides the header, and most of the
 * following records into as many cells as the header. What stands in quotes does not count.
 */
export function guessDelimiter(text: string): Delimiter {
  const records = countOutsideQuotes(text);
  let best: Delimiter = ',';
  let bestScore = 0;
  DELIMITERS.forEach((delimiter, index) => {
    const inHeader = records[0]?.[index] ?? 0;
    const alike = records.filter((counts) => counts[index] === inHeader).length;
    const score = (inHeader * alike) / records.length;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  });
  return best;
}

/** `sep=;` as the first line is how Excel is told the delimiter. */
export function declaredDelimiter(
  text: string,
): { readonly delimiter: Delimiter; readonly length: number } | undefined {
  const match = /^sep=([,;\t|])(?:\r\n|\n|\r)/i.exec(text);
  return match === null ? undefined : { delimiter: match[1] as Delimiter, length: match[0].length };
}

/** Per record, how often each delimiter stands outside quotes. Blank lines are left out. */
function countOutsideQuotes(text: string): number[][] {
  const records: number[][] = [];
  let counts = DELIMITERS.map(() => 0);
  let quoted = false;
  let cellStart = true;
  let blank = true;
  for (const character of text) {
    const delimiter = quoted ? -1 : (DELIMITERS as readonly string[]).indexOf(character);
    const lineEnd = !quoted && (character === '\n' || character === '\r');
    if (character === '"' && (quoted || cellStart)) quoted = !quoted;
    if (delimiter >= 0) counts[delimiter] = (counts[delimiter] ?? 0) + 1;
    cellStart = delimiter >= 0 || lineEnd;
    if (!lineEnd) blank = false;
    else if (!blank) {
      records.push(counts);
      if (records.length === RECORDS) return records;
      counts = DELIMITERS.map(() => 0);
      blank = true;
    }
  }
  // The last line of a sample may be cut; it counts only when there is no other.
  if (!blank && records.length === 0) records.push(counts);
  return records;
}
