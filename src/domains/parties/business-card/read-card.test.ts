import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCard } from './read-card.ts';

describe('a business card', () => {
  it('CUS-07 of an older phone: vCard 2.1, quoted-printable in GBK and in UTF-8, broken lines', () => {
    const card = [
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=D5=C5;=CE=B0',
      'ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=B9=98=E6=B1=9F=',
      '=E7=B2=BE=E5=AF=86',
      'TITLE;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:=B2=C9=B9=BA=D7=DC=BC=E0',
      'TEL;CELL;VOICE:138-7311-2288',
      'TEL;WORK;FAX:0731-88886666',
      'TEL;WORK:0731-88888888',
      'END:VCARD',
    ].join('\r\n');
    assert.deepEqual(readCard(card), {
      ...{ lastName: '张', firstName: '伟', company: '湘江精密', title: '采购总监' },
      ...{ mobile: '138-7311-2288', phone: '0731-88888888' },
    });
  });

  it('CUS-07 of today: vCard 3 and 4 with groups, folded lines and escaped signs', () => {
    const card = `BEGIN:VCARD
VERSION:3.0
FN:Emma Clarke
N:Clarke;Emma;;Ms.;
ORG:Yuelu Instruments\\, Ltd;Sales
item1.TEL;type=CELL;type=pref:+44 7700 900123
item1.X-ABLabel:mobile
EMAIL;type=INTERNET:emma@yuelu.example
ADR;TYPE=work:;Floor 2;240 Harbour Road;Bristol;;BS1 1AA;United Kingdom
NOTE:Met at the fair\\nCall on
  Monday
END:VCARD`;
    assert.deepEqual(readCard(card), {
      ...{
        lastName: 'Clarke',
        firstName: 'Emma',
        company: 'Yuelu Instruments, Ltd',
        mobile: '+44 7700 900123',
      },
      email: 'emma@yuelu.example',
      address: {
        street: '240 Harbour Road Floor 2',
        city: 'Bristol',
        postalCode: 'BS1 1AA',
        country: 'United Kingdom',
      },
      description: 'Met at the fair\nCall on Monday',
    });
    const four =
      'BEGIN:VCARD\nVERSION:4.0\nFN:欧阳静怡\nTEL;VALUE=uri;TYPE="voice,cell":tel:+86-138-0013-8000\nIMPP:wechat:ouyang\nEND:VCARD';
    assert.deepEqual(readCard(four), { name: '欧阳静怡', mobile: '+86-138-0013-8000', wechat: 'ouyang' });
  });

  it('CUS-07 of a QR code: MECARD', () => {
    assert.deepEqual(readCard('MECARD:N:诸葛,海燕;TEL:13900139000;EMAIL:hy@tc.example;ORG:天成\\;轨道;;'), {
      ...{ lastName: '诸葛', firstName: '海燕', mobile: '13900139000' },
      ...{ email: 'hy@tc.example', company: '天成;轨道' },
    });
  });

  it('is empty when there is none', () => {
    for (const text of ['', 'https://example.cn', 'BEGIN:VCARD', 'BEGIN:VCARD\n:::\nEND:VCARD'])
      assert.deepEqual(readCard(text), {});
  });
});
