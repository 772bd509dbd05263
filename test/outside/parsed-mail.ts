/** A mail as a mail program reads it. */
export interface ParsedMail {
  readonly sender: string;
  readonly receivers: readonly string[];
  /** Names in small letters; encoded words read. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
}

/** Reads what came over the wire: folded headers, encoded words, the two alternatives of the body. */
export function parsedMail(raw: string, sender: string, receivers: readonly string[]): ParsedMail {
  const [head, body] = split(raw);
  const headers = headersOf(head);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1];
  const parts = boundary === undefined ? [raw] : body.split(`--${boundary}`);
  const part = (type: string) => {
    const found = parts.find((each) =>
      headersOf(split(each.trimStart())[0]).get('content-type')?.startsWith(type),
    );
    return found === undefined ? '' : decoded(found.trimStart());
  };
  return { sender, receivers, headers, text: part('text/plain'), html: part('text/html') };
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
