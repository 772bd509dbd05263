import { type CardLine, cardLines } from './card-lines.ts';

/** What a business card says of a person, in the words that people and leads have in common. */
export interface CardValues {
  readonly name?: string;
  readonly lastName?: string;
  readonly firstName?: string;
  readonly company?: string;
  readonly title?: string;
  readonly mobile?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly wechat?: string;
  readonly website?: string;
  readonly address?: Readonly<Record<string, string>>;
  readonly description?: string;
}

/** Reads a card file or the text of a QR code; empty when there is no card in it. */
export function readCard(text: string): CardValues {
  const lines = cardLines(text);
  const all = (name: string) => lines.filter((line) => line.name === name);
  const first = (...names: string[]) => names.flatMap(all)[0]?.parts[0];
  const calls = all('TEL');
  const mobile = calls.find(isMobile);
  const phone = calls.find((line) => line !== mobile && !line.types.includes('FAX'));
  return present({
    ...nameOf(all('N')[0], first('FN', 'SOUND')),
    company: first('ORG'),
    title: first('TITLE', 'ROLE'),
    mobile: numberOf(mobile),
    phone: numberOf(phone),
    email: first('EMAIL')?.replace(/^mailto:/i, ''),
    wechat: first('X-WECHAT', 'X-WEIXIN') ?? wechatOf(all('IMPP')),
    website: first('URL'),
    address: addressOf(all('ADR')[0]),
    description: first('NOTE'),
  });
}

function isMobile({ types, parts: [number = ''] }: CardLine): boolean {
  if (types.includes('FAX')) return false;
  return types.includes('CELL') || (types.length === 0 && /^(tel:)?(\+?86)?[\s-]*1[3-9]/.test(number));
}

function numberOf(line: CardLine | undefined): string | undefined {
  return line?.parts[0]?.replace(/^tel:/i, '');
}

/** The parts of the name where the card has them; else the whole, which is taken apart as any name is. */
function nameOf(line: CardLine | undefined, whole: string | undefined): CardValues {
  const [last = '', first = ''] = line?.parts ?? [];
  if (last !== '' && first !== '') return { lastName: last, firstName: first };
  return { name: whole || `${last}${first}` };
}

function addressOf(line: CardLine | undefined): Readonly<Record<string, string>> | undefined {
  const [, extended = '', street = '', city = '', region = '', postalCode = '', country = ''] =
    line?.parts ?? [];
  const address = present({ street: [street, extended].join(' ').trim(), city, region, postalCode, country });
  return Object.keys(address).length === 0 ? undefined : (address as Record<string, string>);
}

function wechatOf(lines: readonly CardLine[]): string | undefined {
  return lines.flatMap(({ parts }) => /^(?:wechat|weixin):(.+)/i.exec(parts[0] ?? '')?.[1] ?? [])[0];
}

function present<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<Values>;
}
