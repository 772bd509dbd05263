import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardHeads } from '#kernel/card.ts';
import { openTable } from './open-table.ts';

const read = async (bytes: Uint8Array) => {
  const table = await openTable({ name: 'cards.vcf', bytes });
  const cards = [];
  for await (const { cells } of table.rows())
    cards.push(
      Object.fromEntries(table.header.map((head, index) => [head, cells[index]]).filter(([, cell]) => cell)),
    );
  await table.close();
  return { format: table.format, cards };
};
const lines = (...all: readonly string[]) => Buffer.from(all.join('\r\n'));

test('CUS-18 cards of version 4 are read, folded lines and marked characters too', async () => {
  const { format, cards } = await read(
    lines(
      ...[
        'BEGIN:VCARD',
        'VERSION:4.0',
        'UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1',
        'FN:Wei Zhang',
        'N:Zhang;Wei;;;',
      ],
      ...[
        'ORG:Hengyue\\, Ltd.;Sales',
        'item1.TEL;TYPE="cell,voice";VALUE=uri:tel:+86-138-0013-8000',
        'TEL;TYPE=work:+86 21 5555 0101',
      ],
      ...[
        'ADR;TYPE=work:;;1266 Nanjing Road\\; floor 3;Shanghai;;200040;CN',
        'NOTE:first line\\nsecond',
        ' line',
        'PHOTO:data:image/png;base64,AAAA',
      ],
      ...['BDAY:19900315', 'NICKNAME:Wei Wei', 'END:VCARD', ''],
    ),
  );
  assert.equal(format, 'vcf');
  assert.deepEqual(cards, [
    {
      [cardHeads.fullName]: 'Wei Zhang',
      ...{ [cardHeads.familyName]: 'Zhang', [cardHeads.givenName]: 'Wei' },
      ...{ [cardHeads.organization]: 'Hengyue, Ltd.', [cardHeads.unit]: 'Sales' },
      ...{ [cardHeads.cell]: '+86-138-0013-8000', [cardHeads.work]: '+86 21 5555 0101' },
      [cardHeads.birthday]: '1990-03-15',
      [cardHeads.address]:
        '{"street":"1266 Nanjing Road; floor 3","city":"Shanghai","postalCode":"200040","country":"CN"}',
      [cardHeads.remarks]: 'first line\nsecondline\nNICKNAME: Wei Wei',
      [cardHeads.identity]: '4fbe8971-0bc3-424c-9c26-36c3e1eff6b1',
    },
  ]);
});

test('CUS-18 cards of older telephones are read: version 2.1, quoted-printable with soft breaks', async () => {
  const { cards } = await read(
    lines(
      ...[
        'BEGIN:VCARD',
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0;=E4=BC=',
        '=9F;;;',
      ],
      ...[
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0=E4=BC=9F',
        'TEL;CELL:13800138000',
        'END:VCARD',
      ],
      ...[
        'BEGIN:VCARD',
        'VERSION:2.1',
        'FN:Li Min',
        'TEL;WORK;VOICE:02155550102',
        'TEL;HOME:02155550103',
        'TEL;HOME:02155550104',
        'END:VCARD',
      ],
    ),
  );
  assert.deepEqual(
    cards.map((card) => [card[cardHeads.fullName], card[cardHeads.familyName], card[cardHeads.givenName]]),
    [
      ['张伟', '张', '伟'],
      ['Li Min', undefined, undefined],
    ],
  );
  assert.equal(cards[0]?.[cardHeads.cell], '13800138000');
  assert.deepEqual(
    [cards[1]?.[cardHeads.work], cards[1]?.[cardHeads.cell], cards[1]?.[cardHeads.remarks]],
    ['02155550102', '02155550103', 'TEL: 02155550104'],
  );
});
