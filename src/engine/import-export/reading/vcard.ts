import { type CardPart, cardHeads, cardParts } from '#kernel/card.ts';
import { NO_PROBLEMS, type TableRow } from './table-row.ts';
import { type CardLine, partsOf, plainText, readCardLine, unfoldedLines } from './vcard-lines.ts';

const heads = cardParts.map((part) => cardHeads[part]);

/** Characters of one property; beyond are pictures. */
const longest = 20_000;

/** A file of cards as a table: a row for each, of the parts that are known; what else they say stands with the remarks. */
export async function* readVcard(text: AsyncIterable<string>): AsyncGenerator<TableRow> {
  yield { row: 1, line: 1, cells: heads, problems: NO_PROBLEMS };
  let row = 1;
  let line = 0;
  let begun = 0;
  let card: CardLine[] | undefined;
  for await (const written of unfoldedLines(text, longest)) {
    line++;
    const property = readCardLine(written.trimEnd());
    if (property?.name === 'BEGIN') [card, begun] = [[], line];
    else if (property?.name === 'END' && card !== undefined) {
      const parts = partsIn(card);
      yield {
        row: ++row,
        line: begun,
        cells: cardParts.map((part) => parts[part] ?? ''),
        problems: NO_PROBLEMS,
      };
      card = undefined;
    } else if (property !== undefined) card?.push(property);
  }
}

export type Parts = { -readonly [Part in CardPart]?: string };

/** What is no text, and what says how the card was written. */
const passed = /^(VERSION|PRODID|REV|PHOTO|LOGO|SOUND|KEY)$/;

/** What says nothing of the person to somebody who reads it. */
const unread = /^(CLASS|SORT-STRING|MAILER|X-ABLABEL|X-ABADR|KIND|CLIENTPIDMAP)$/;

function partsIn(card: readonly CardLine[]): Parts {
  const { parts, more } = sortedCard(card);
  const read = more
    .filter(({ name }) => !unread.test(name))
    .map(({ name, value }) => `${name}: ${plainText(value)}`);
  if (read.length > 0) parts.remarks = [parts.remarks, ...read].filter(Boolean).join('\n');
  return parts;
}

/** The parts of a card that are known, and what else it says. */
export function sortedCard(card: readonly CardLine[]): {
  readonly parts: Parts;
  readonly more: readonly CardLine[];
} {
  const parts: Parts = {};
  const more = card.filter((line) => {
    const value = plainText(line.value);
    return value !== '' && !passed.test(line.name) && !take(parts, line, value);
  });
  return { parts, more };
}

/** Puts a property where it belongs; false when its place is taken or there is none. */
function take(parts: Parts, { name, types, value }: CardLine, text: string): boolean {
  const put = (part: CardPart, told: string | undefined) => {
    if (parts[part] !== undefined) return false;
    if (told) parts[part] = told;
    return true;
  };
  switch (name) {
    case 'FN':
      return put('fullName', text);
    case 'N': {
      const [family, given, middle] = partsOf(value);
      return put('familyName', family) && put('givenName', [given, middle].filter(Boolean).join(' '));
    }
    case 'ORG': {
      const [organization, ...units] = partsOf(value);
      return put('organization', organization) && put('unit', units.filter(Boolean).join(' / '));
    }
    case 'TITLE':
      return put('title', text);
    case 'TEL': {
      const number = text.replace(/^tel:/i, '');
      const cell = types.some((type) => type === 'cell' || type === 'iphone');
      return put(cell ? 'cell' : 'work', number) || (!cell && put('cell', number));
    }
    case 'EMAIL':
      return put('mail', text) || put('otherMail', text);
    case 'X-WECHAT':
      return put('weChat', text);
    case 'BDAY': {
      const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text) ?? [];
      return year !== undefined && put('birthday', `${year}-${month}-${day}`);
    }
    case 'ADR':
      return put('address', addressOf(partsOf(value)));
    case 'NOTE':
      return put('remarks', text);
    case 'UID':
      return put('identity', text.replace(/^urn:uuid:/i, ''));
    default:
      return false;
  }
}

/** An address as the API writes it. */
function addressOf([box, extended, street, city, region, postalCode, country]: readonly string[]):
  | string
  | undefined {
  const lines = [street, extended, box].filter(Boolean).join(' ');
  const given = Object.entries({ street: lines, city, region, postalCode, country }).filter(
    ([, part]) => part,
  );
  return given.length === 0 ? undefined : JSON.stringify(Object.fromEntries(given));
}
