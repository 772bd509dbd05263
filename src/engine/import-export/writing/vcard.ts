import type { CardPart } from '#kernel/card.ts';
import { type ContentLine, textValue, writeLines } from '../../icalendar/content-lines.ts';

/** Cards as a file that telephones and mail programs read (RFC 2426), from rows of the parts in their order. */
export async function* writeVcard(
  parts: readonly CardPart[],
  rows: AsyncIterable<readonly (string | null)[]>,
): AsyncGenerator<string> {
  for await (const row of rows) {
    const told = new Map(parts.map((part, index) => [part, row[index] ?? '']));
    yield writeLines(cardLines((part) => told.get(part) ?? ''));
  }
}

function cardLines(told: (part: CardPart) => string): readonly ContentLine[] {
  const line = (name: string, values: readonly string[], type?: string): readonly ContentLine[] =>
    values.every((value) => value === '')
      ? []
      : [{ name, ...(type && { parameters: { TYPE: type } }), value: values.map(textValue).join(';') }];
  const name = told('fullName') || [told('givenName'), told('familyName')].filter(Boolean).join(' ');
  return [
    { name: 'BEGIN', value: 'VCARD' },
    { name: 'VERSION', value: '3.0' },
    ...line('UID', [told('identity')]),
    { name: 'FN', value: textValue(name) },
    {
      name: 'N',
      value: [
        ...['familyName', 'givenName'].map((part) => textValue(told(part as CardPart))),
        '',
        '',
        '',
      ].join(';'),
    },
    ...line('ORG', told('unit') === '' ? [told('organization')] : [told('organization'), told('unit')]),
    ...line('TITLE', [told('title')]),
    ...line('TEL', [told('cell')], 'CELL'),
    ...line('TEL', [told('work')], 'WORK'),
    ...line('EMAIL', [told('mail')], 'INTERNET'),
    ...line('EMAIL', [told('otherMail')], 'INTERNET'),
    ...line('X-WECHAT', [told('weChat')]),
    ...line('BDAY', [told('birthday')]),
    ...addressLines(told('address')),
    ...line('NOTE', [told('remarks')]),
    { name: 'END', value: 'VCARD' },
  ];
}

function addressLines(json: string): readonly ContentLine[] {
  if (json === '') return [];
  const { street, city, region, postalCode, country } = JSON.parse(json) as Readonly<Record<string, string>>;
  const parts = ['', '', street, city, region, postalCode, country];
  return [
    {
      name: 'ADR',
      parameters: { TYPE: 'WORK' },
      value: parts.map((part) => textValue(part ?? '')).join(';'),
    },
  ];
}
