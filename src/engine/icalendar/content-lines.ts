/** One line of a file as RFC 5545 and RFC 6350 have it: a name with parameters, and a value that is written already. */
export interface ContentLine {
  readonly name: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly value: string;
}

/** Lines as they stand in a file: ended by CRLF, none longer than 75 octets, no character divided. */
export function writeLines(content: readonly ContentLine[]): string {
  return content
    .map(({ name, parameters = {}, value }) => `${folded(`${name}${written(parameters)}:${value}`)}\r\n`)
    .join('');
}

/** A line that somebody else has written, as it stands in a file. */
export function writtenLine(line: string): string {
  return `${folded(line)}\r\n`;
}

/** Text as a value: what would end or divide it is marked. */
export function textValue(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[,;]/g, '\\$&');
}

function written(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `;${name}=${/[,;:]/.test(value) ? `"${value.replaceAll('"', "'")}"` : value}`)
    .join('');
}

const octets = 75;

function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let length = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (length + size > octets) {
      pieces.push(piece);
      [piece, length] = [' ', 1];
    }
    piece += character;
    length += size;
  }
  return [...pieces, piece].join('\r\n');
}
