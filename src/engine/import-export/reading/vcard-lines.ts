/** A property of a card: its name, what is said of it, and its value as written. */
export interface CardLine {
  readonly name: string;
  /** In lower case: `cell`, `work` …, and `charset` and `encoding` as older files have them. */
  readonly types: readonly string[];
  readonly value: string;
  /** The whole line. */
  readonly written: string;
}

/** Lines as they were before they were folded; one that a soft break of quoted-printable divides is one too. */
export async function* unfoldedLines(text: AsyncIterable<string>, limit: number): AsyncGenerator<string> {
  let rest = '';
  let line: string | undefined;
  const soft = (before: string) => /quoted-printable/i.test(before) && before.endsWith('=');
  const take = function* (next: string): Generator<string> {
    if (line === undefined) line = next;
    else if (/^[ \t]/.test(next)) line = longer(line, next.slice(1), limit);
    else if (soft(line)) line = longer(line.slice(0, -1), next, limit);
    else {
      yield line;
      line = next;
    }
  };
  for await (const block of text) {
    const lines = (rest + block).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const each of lines) yield* take(each);
  }
  yield* take(rest);
  if (line !== undefined) yield line;
}

/** Pictures and sounds are as long as they like; nobody reads them here. */
function longer(begun: string, more: string, limit: number): string {
  return begun.length > limit ? begun : begun + more;
}

const pattern = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^:;"])*)*):(.*)$/s;

/** Reads one line; undefined when it is none of a card. */
export function readCardLine(line: string): CardLine | undefined {
  const [, name, parameters = '', value = ''] = pattern.exec(line) ?? [];
  if (name === undefined) return undefined;
  const pairs = parameters
    .split(';')
    .filter(Boolean)
    .map((each) => each.split('='));
  const of = (wanted: string) => pairs.find(([key = '']) => key.toUpperCase() === wanted)?.[1];
  const types = pairs.flatMap(([key = '', types]) =>
    types === undefined ? [key] : key.toUpperCase() === 'TYPE' ? types.split(',') : [],
  );
  const quoted = /quoted-printable/i.test(`${of('ENCODING')} ${types.join(' ')}`);
  return {
    name: name.toUpperCase(),
    types: types.map((type) => type.replaceAll('"', '').toLowerCase()),
    written: line,
    value: quoted ? fromQuotedPrintable(value, of('CHARSET') ?? 'utf-8') : value,
  };
}

/** The parts of a value that `;` divides, their marks taken away. */
export function partsOf(value: string): readonly string[] {
  const parts = value.match(/(?:\\.|[^;\\])+|(?<=^|;)(?=;|$)/gs) ?? [];
  return parts.map(plainText);
}

/** A value as text: its marks taken away. */
export function plainText(value: string): string {
  return value
    .replace(/\\(.)/gs, (_, character: string) => (/[nN]/.test(character) ? '\n' : character))
    .trim();
}

function fromQuotedPrintable(value: string, charset: string): string {
  const bytes = value.replace(/=([\da-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  try {
    return new TextDecoder(charset).decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return value;
  }
}
