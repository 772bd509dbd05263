/** A mail as a mail program reads it. */
export interface ParsedMail {
  readonly sender: string;
  readonly receivers: readonly string[];
  /** Names in small letters; encoded words read. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
  /** What calendars are told, and how: `text/calendar; method=REQUEST`. */
  readonly calendar: { readonly type: string; readonly text: string } | undefined;
  readonly attachments: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** Reads what came over the wire: folded headers, encoded words, the two alternatives of the body, files. */
export function parsedMail(raw: string, sender: string, receivers: readonly string[]): ParsedMail {
  const parts = partsOf(raw);
  const part = (type: string) => {
    const found = parts.find((each) => typeOf(each).startsWith(type));
    return found === undefined ? '' : decoded(found);
  };
  const attachments = parts.flatMap((each) => {
    const [head, body] = split(each);
    const disposition = headersOf(head).get('content-disposition') ?? '';
    if (!disposition.startsWith('attachment')) return [];
    return [{ name: fileName(disposition), bytes: Buffer.from(body, 'base64') }];
  });
  const headers = headersOf(split(raw)[0]);
  const calendar = parts.find((each) => typeOf(each).startsWith('text/calendar'));
  return {
    ...{ sender, receivers, headers, text: part('text/plain'), html: part('text/html'), attachments },
    calendar: calendar === undefined ? undefined : { type: typeOf(calendar), text: decoded(calendar) },
  };
}

/** The innermost parts of a mail; itself when it has none. */
function partsOf(raw: string): readonly string[] {
  const boundary = /boundary="?([^";]+)"?/.exec(typeOf(raw))?.[1];
  if (boundary === undefined) return [raw];
  return split(raw)[1]
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => partsOf(part.trimStart()));
}

function typeOf(part: string): string {
  return headersOf(split(part)[0]).get('content-type') ?? '';
}

/** Whole, or in numbered pieces as RFC 2231 has long ones. */
function fileName(disposition: string): string {
  const whole = /filename="?([^";]+)"?/.exec(disposition)?.[1];
  if (whole !== undefined) return encodedWords(whole);
  const pieces = [...disposition.matchAll(/filename\*\d*\*?=([^;]+)/g)].map(([, piece = '']) => piece.trim());
  return decodeURIComponent(pieces.join('').replace(/^utf-8''/i, ''));
}

function split(raw: string): readonly [string, string] {
  const end = raw.search(/\r?\n\r?\n/);
  return end < 0 ? [raw, ''] : [raw.slice(0, end), raw.slice(end).replace(/^\r?\n\r?\n/, '')];
}

function headersOf(head: string): ReadonlyMap<string, string> {
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), encodedWords(line.slice(colon + 1).trim())] as const;
    }),
  );
}

/** RFC 2047. */
function encodedWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : quotedPrintable(word.replaceAll('_', ' ')),
    );
}

function decoded(part: string): string {
  const [head, body] = split(part);
  const how = headersOf(head).get('content-transfer-encoding')?.toLowerCase();
  if (how === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return how === 'quoted-printable' ? quotedPrintable(body.replaceAll(/=\r?\n/g, '')) : body;
}

function quotedPrintable(text: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
