/** One property of a card: `item1.TEL;TYPE=CELL:138…` has the name TEL and the type CELL. */
export interface CardLine {
  readonly name: string;
  readonly types: readonly string[];
  /** Parts between semicolons, decoded. */
  readonly parts: readonly string[];
}

/**
 * The properties of the first card in a text: vCard 2.1 (RFC-less, with quoted-printable in any character set, as
 * older Chinese phones write it), 3.0 (RFC 2426) and 4.0 (RFC 6350), or MECARD, the short form of QR codes.
 */
export function cardLines(text: string): readonly CardLine[] {
  const mecard = /^\s*MECARD:(.*)/is.exec(text)?.[1];
  if (mecard !== undefined)
    return split(mecard, ';')
      .map((line) => line.trim())
      .filter((line) => line.includes(':'))
      .map(mecardLine);
  const body = /BEGIN:VCARD\r?\n?([\s\S]*?)END:VCARD/i.exec(text)?.[1] ?? '';
  return unfolded(body)
    .filter((line) => line.includes(':'))
    .map(vcardLine);
}

/** Puts lines together that were broken: by an indent, or by an equals sign in quoted-printable. */
function unfolded(body: string): readonly string[] {
  const lines: string[] = [];
  let quoted = false;
  for (const line of body.split(/\r?\n/)) {
    const last = lines.length - 1;
    if (quoted) lines[last] = `${lines[last]?.slice(0, -1)}${line.trimStart()}`;
    else if (/^[ \t]/.test(line) && last >= 0) lines[last] += line.slice(1);
    else lines.push(line);
    const whole = lines.at(-1) ?? '';
    quoted = /^[^:]*quoted-printable[^:]*:/i.test(whole) && whole.endsWith('=');
  }
  return lines;
}

function vcardLine(line: string): CardLine {
  const colon = colonOf(line);
  const [head = '', ...parameters] = line.slice(0, colon).split(';');
  const given = parameters.map((parameter) => parameter.replace(/"/g, '').toUpperCase());
  const settingOf = (name: string) => given.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
  const value = decoded(line.slice(colon + 1), given, settingOf('CHARSET') ?? 'UTF-8');
  return {
    name: head.replace(/^.*\./, '').toUpperCase(),
    types: given.flatMap((one) => one.replace(/^TYPE=/, '').split(',')),
    parts: split(value, ';').map(unescaped),
  };
}

/** The colon that ends the parameters: none inside quotation marks. */
function colonOf(line: string): number {
  const quotes = /^(?:[^":]|"[^"]*")*:/.exec(line)?.[0];
  return (quotes?.length ?? line.indexOf(':') + 1) - 1;
}

function decoded(value: string, parameters: readonly string[], charset: string): string {
  const has = (encoding: RegExp) => parameters.some((parameter) => encoding.test(parameter));
  const bytes = has(/QUOTED-PRINTABLE$/)
    ? quotedBytes(value)
    : has(/^ENCODING=B(ASE64)?$/)
      ? base64Bytes(value)
      : undefined;
  if (bytes === undefined) return value;
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function quotedBytes(value: string): Uint8Array {
  const plain = new TextEncoder().encode(value);
  const bytes: number[] = [];
  for (let at = 0; at < plain.length; at++) {
    const code = /^=([\da-f]{2})/i.exec(String.fromCharCode(...plain.slice(at, at + 3)))?.[1];
    bytes.push(code === undefined ? (plain[at] as number) : Number.parseInt(code, 16));
    if (code !== undefined) at += 2;
  }
  return Uint8Array.from(bytes);
}

function base64Bytes(value: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(value.replace(/\s/g, '')), (sign) => sign.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function mecardLine(line: string): CardLine {
  const colon = line.indexOf(':');
  const name = line.slice(0, colon).toUpperCase();
  const separator = name === 'N' || name === 'ADR' ? ',' : '\n';
  return { name, types: [], parts: split(line.slice(colon + 1), separator).map(unescaped) };
}

/** Splits where the separator is not escaped. */
function split(text: string, separator: string): readonly string[] {
  const parts = [''];
  for (const [piece] of text.matchAll(/\\?[\s\S]/g)) {
    if (piece === separator) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

function unescaped(text: string): string {
  return text.replace(/\\([nN,;:\\])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign)).trim();
}
