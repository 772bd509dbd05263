import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evidenceOf, suspicion } from './evidence.ts';
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

test('Jaro-Winkler gives the published values', () => {
  const rounded = (one: string, other: string) => Math.round(jaroWinkler(one, other) * 1000) / 1000;
  assert.equal(rounded('martha', 'marhta'), 0.961);
  assert.equal(rounded('dixon', 'dicksonx'), 0.813);
  assert.equal(rounded('dwayne', 'duane'), 0.84);
});

test('likeness is symmetric, from 0 to 1, and total for equal texts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const likeness = jaroWinkler(one, other);
      assert.ok(likeness >= 0 && likeness <= 1 + 1e-9);
      assert.ok(Math.abs(likeness - jaroWinkler(other, one)) < 0.15);
      assert.ok(Math.abs(jaroWinkler(one, one) - 1) < 1e-9);
      for (const kind of ['exact', 'person', 'organisation', 'phone', 'mailDomain'] as const)
        similarity(kind, one, other);
    }),
  );
});

test('evidence adds up: two weak likenesses convince where one does not', () => {
  const rules = [
    { field: 'name', kind: 'person', weight: 0.5 },
    { field: 'phone', kind: 'phone', weight: 0.5 },
  ] as const;
  const one = { name: '张伟', phone: '13800138000' };
  assert.ok(evidenceOf(rules, one, { name: '张伟', phone: null }).score < suspicion);
  const both = evidenceOf(rules, one, { name: '张伟', phone: '+8613800138000' });
  assert.deepEqual(both, {
    score: 0.75,
    fields: [
      { field: 'name', likeness: 1 },
      { field: 'phone', likeness: 1 },
    ],
  });
});
