import { type Parts, sortedCard } from '../import-export/reading/vcard.ts';
import { type CardLine, readCardLine, unfoldedLines } from '../import-export/reading/vcard-lines.ts';
import { DavError } from './dav-error.ts';

/** A card as it is put into a book: the parts that are known, and what else it says. */
export interface ReadCard {
  readonly parts: Parts;
  readonly more: string;
}

/** What no card of a person comes near; pictures are passed over. */
const most = { lines: 500, line: 20_000, more: 8_000 };

/** Reads the one card of a request; refuses what is none, in words that devices understand (RFC 6352, 6.3.2.1). */
export async function readCard(body: Buffer): Promise<ReadCard> {
  const lines: CardLine[] = [];
  for await (const written of unfoldedLines(once(textOf(body)), most.line)) {
    if (written.trim() === '') continue;
    const line = readCardLine(written.trimEnd());
    if (line === undefined || lines.length === most.lines) throw invalid();
    lines.push(line);
  }
  const [first, last] = [lines.shift(), lines.pop()];
  const marks = lines.some(({ name }) => name === 'BEGIN' || name === 'END');
  if (!isMark(first, 'BEGIN') || !isMark(last, 'END') || marks) throw invalid();
  const { parts, more } = sortedCard(lines);
  const { fullName, familyName, givenName, organization } = parts;
  if (!fullName && !familyName && !givenName && !organization) throw invalid();
  return { parts, more: moreOf(more) };
}

/** What else a card says, as it was written, as far as that is kept. */
function moreOf(lines: readonly CardLine[]): string {
  let kept = '';
  // A second name of the person is said by the first, which is made anew here.
  for (const { written } of lines.filter(({ name }) => name !== 'FN' && name !== 'N' && name !== 'UID')) {
    const next = `${kept}${kept && '\n'}${written.replaceAll(unwritable, ' ')}`;
    if (next.length <= most.more) kept = next;
  }
  return kept;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unwritable = /[\u0000-\u001f\u007f\u2028\u2029]/g;

function isMark(mark: CardLine | undefined, name: string): boolean {
  return mark?.name === name && /^vcard$/i.test(mark.value.trim());
}

function textOf(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw invalid();
  }
}

function invalid(): DavError {
  return new DavError(403, '<a:valid-address-data/>');
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
