import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { comparedForms, evidenceOf, suspicion } from './evidence.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { withoutLegalForm } from './legal-forms.ts';
import { similarity } from './similarity.ts';

test('CUS-14 a company is the same with and without its legal form, in Chinese and in Latin letters', () => {
  assert.equal(withoutLegalForm('华为技术有限公司'), '华为技术');
  assert.equal(withoutLegalForm('衡岳（上海）工业集团股份有限公司'), '衡岳上海工业');
  assert.equal(withoutLegalForm('Acme Co., Ltd.'), 'acme');
  assert.equal(withoutLegalForm('Müller GmbH & Co. KG'), 'muller');
  assert.equal(similarity('organisation', '华为技术有限公司', '华为技术'), 1);
  assert.equal(similarity('organisation', 'ＡＣＭＥ Corporation', 'Acme Inc.'), 1);
  assert.equal(similarity('organisation', '有限公司', 'Ltd'), 0);
});

test('CUS-14 a person is the same in characters, in pinyin, and with family name first or last', () => {
  assert.equal(similarity('person', 'Wei Zhang', 'zhang wei'), 1);
  assert.ok(similarity('person', '张伟', 'zhangwei') >= 0.9);
  assert.ok(similarity('person', 'Katherine Johnson', 'Katharine Johnson') > 0.9);
  assert.equal(similarity('person', '张伟', '李娜'), 0);
});

test('CUS-14 a telephone number is the same however it is written', () => {
  assert.equal(similarity('phone', '+86 138-0013-8000', '13800138000'), 1);
  assert.equal(similarity('phone', '(021) 6333 1234', '+86 21 6333 1234'), 1);
  assert.equal(similarity('phone', '12', '12'), 0);
});

test('addresses at a public mail service say nothing about the company', () => {
  assert.equal(similarity('mailDomain', 'li@hengyue.example', 'wang@hengyue.example'), 1);
  assert.equal(similarity('mailDomain', 'li@qq.com', 'wang@qq.com'), 0);
});

test('CUS-14 a company is much alike with words left out, and another one with another Chinese character', () => {
  assert.equal(similarity('organisation', 'Fenix', 'Fenix at the Argyle'), 0.8);
  assert.equal(similarity('organisation', 'Hotel Bel-Air', 'Bel Air Hotel'), 0.9);
  assert.equal(similarity('organisation', 'Harbour Trading', 'Mountain Trading'), 0);
  assert.equal(similarity('organisation', '华泰科技', '华安科技'), 0);
});

test('CUS-14 an address is the same however abbreviated, in whichever city it is told, and not next door', () => {
  assert.equal(similarity('street', '8638 West Third Street', '8638 W. 3rd St.'), 1);
  assert.equal(similarity('street', '854 7th ave. between 54th and 55th sts.', '854 Seventh Avenue'), 1);
  assert.ok(similarity('street', '3130 Piedmont Road', '3130 Piedmont Rd. NE') >= 0.9);
  assert.equal(similarity('street', '12 Main Street', '14 Main Street'), 0);
  assert.equal(similarity('street', 'Hauptstraße 12', 'Hauptstraße 14'), 0);
  const berlin = { street: 'Unter den Linden 77', city: 'Berlin' };
  assert.ok(similarity('street', berlin, { street: 'Unter den Linden 77' }) >= 0.8);
  assert.equal(similarity('street', '上海市浦东新区世纪大道 100 号', '浦东新区世纪大道100号'), 0.9);
  assert.equal(similarity('street', '南京西路1266号', '南京西路1268号'), 0);
});

test('CUS-14 a birthday of which one part was mistaken is like it, two mistaken parts are another day', () => {
  assert.equal(similarity('date', '1957-06-07', '1957-06-01'), 0.6);
  assert.equal(similarity('date', '1957-06-07', '1957-07-06'), 0.9);
  assert.equal(similarity('date', '1957-06-07', '1958-06-01'), 0);
});

test('CUS-14 articles are the same by their code, wherever it stands, but not by the code of what they fit', () => {
  assert.equal(similarity('code', 'Corded phone - KXTS108W', 'Panasonic KX-TS108W Telephone'), 1);
  assert.equal(similarity('code', 'Switch FS105', 'Desktop Switch - FS105NA'), 0.85);
  assert.equal(similarity('code', 'Ink for KX-TS108W', 'Panasonic KX-TS108W Telephone'), 0);
  assert.equal(similarity('code', '深沟球轴承 6204-2RS', '6204-2RS 轴承'), 1);
  assert.equal(similarity('code', '适用于 KX-TS108W 的色带', '松下 KX-TS108W'), 0);
  assert.equal(similarity('code', '5 port 100mbps switch', '8 port 100mbps switch'), 0);
});

test('CUS-14 titles are alike by their words in any order and in spite of a slip of the pen', () => {
  assert.equal(similarity('words', 'A compact B-tree', 'The compact b-tree'), 1);
  assert.ok(similarity('words', 'ZOO: A Desktop Emperiment', 'Zoo: a desktop experiment') > 0.95);
  assert.ok(similarity('words', 'Spectral Bloom Filters', 'Filter Trees for Spatial Data') < 0.4);
});

test('Jaro-Winkler gives the published values', () => {
  const rounded = (one: string, other: string) => Math.round(jaroWinkler(one, other) * 1000) / 1000;
  assert.equal(rounded('martha', 'marhta'), 0.961);
  assert.equal(rounded('dixon', 'dicksonx'), 0.813);
  assert.equal(rounded('dwayne', 'duane'), 0.84);
});

const kinds = [
  ...(['exact', 'person', 'organisation', 'phone', 'mailDomain'] as const),
  ...(['street', 'date', 'words', 'code'] as const),
];

test('likeness is symmetric, from 0 to 1, and total for equal texts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const likeness = jaroWinkler(one, other);
      assert.ok(likeness >= 0 && likeness <= 1 + 1e-9);
      assert.ok(Math.abs(likeness - jaroWinkler(other, one)) < 0.15);
      assert.ok(Math.abs(jaroWinkler(one, one) - 1) < 1e-9);
      for (const kind of kinds) {
        const alike = similarity(kind, one, other);
        assert.ok(alike >= 0 && alike <= 1 + 1e-9);
        assert.ok([0, 1].includes(similarity(kind, one, one)));
      }
    }),
  );
});

test('evidence adds up: two weak likenesses convince where one does not', () => {
  const rules = [
    { field: 'name', kind: 'person', weight: 0.5 },
    { field: 'phone', kind: 'phone', weight: 0.5 },
  ] as const;
  const one = { name: '张伟', phone: '13800138000' };
  const evidence = (other: object) =>
    evidenceOf(rules, comparedForms(rules, one), comparedForms(rules, { ...other }));
  assert.ok(evidence({ name: '张伟', phone: null }).score < suspicion);
  const both = evidence({ name: '张伟', phone: '+8613800138000' });
  assert.deepEqual(both, {
    score: 0.75,
    fields: [
      { field: 'name', likeness: 1 },
      { field: 'phone', likeness: 1 },
    ],
  });
});
