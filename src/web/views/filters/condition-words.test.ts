import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import i18next from 'i18next';
import type { FieldMeta, Meta } from '#kernel/meta.ts';
import { inSentence } from '#web/i18n/in-sentence.ts';
import en from '#web/views/locales/en.json' with { type: 'json' };
import zh from '#web/views/locales/zh-CN.json' with { type: 'json' };
import { conditionWords, type Speech } from './condition-words.ts';
import { readWhere } from './where.ts';

const every = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'nin',
  'contains',
  'startsWith',
  'between',
  'isNull',
];
const field = (name: string, type: string, label: string, more: Partial<FieldMeta> = {}) =>
  ({ name, type, label, required: false, operators: every, ...more }) as FieldMeta;

const industries = [
  { value: 'retail', label: 'Retail', color: 'blue' },
  { value: 'energy', label: 'Energy', color: 'red' },
];
const meta = {
  user: { id: 'me', name: 'Lin' },
  objects: [
    {
      name: 'shop',
      nameField: 'name',
      fields: [
        field('name', 'text', 'Name'),
        field('branch', 'choice', 'Branch', { choices: industries }),
        field('keeper', 'user', 'Keeper', { targets: ['user'] }),
        field('seenAt', 'dateTime', 'Last seen'),
      ],
      related: [
        { object: 'sale', field: 'shop', label: 'Sales' },
        { object: 'visit', field: 'about', label: 'Visits' },
      ],
    },
    {
      name: 'sale',
      nameField: 'name',
      fields: [field('worth', 'money', 'Worth'), field('shop', 'reference', 'Shop', { targets: ['shop'] })],
      related: [],
    },
    { name: 'visit', fields: [field('at', 'dateTime', 'At')], related: [] },
  ],
} as unknown as Meta;

describe('conditions in words', () => {
  const speech = new Map<string, Speech>();
  before(async () => {
    for (const [locale, translation] of Object.entries({ en, 'zh-CN': zh })) {
      const texts = i18next.createInstance();
      await texts.init({
        lng: locale,
        resources: { [locale]: { translation } },
        interpolation: { escapeValue: false },
      });
      texts.services.formatter?.add('sentence', (value) => inSentence(String(value), locale));
      const formatting = { locale, timeZone: 'UTC', currency: 'CNY', currencies: ['CNY'] };
      speech.set(locale, {
        t: texts.t,
        meta,
        formatting,
        nameOf: (_, id) => `<${id}>`,
        placeOf: (code) => `<${code}>`,
      });
    }
  });
  const says = (where: unknown, english: string, chinese: string, object = 'shop') => {
    const words = (locale: string) => conditionWords(speech.get(locale) as Speech, object, readWhere(where));
    assert.equal(words('en'), english);
    assert.equal(words('zh-CN'), chinese);
  };

  it('name the field, the comparison and the value', () => {
    says(
      { branch: { in: ['retail', 'energy'] } },
      'Branch is Retail or Energy',
      'Branch 是 Retail 或 Energy',
    );
    says({ name: { contains: '华东' } }, 'Name contains 华东', 'Name 包含 华东');
    says({ not: { name: { contains: 'x' } } }, 'Name does not contain x', 'Name 不包含 x');
    says({ name: null }, 'Name is empty', 'Name 为空');
    says({ keeper: '$actor' }, 'Keeper is me', 'Keeper 是我');
    says({ keeper: { in: '$team' } }, 'Keeper is me or below me', 'Keeper 是我或我的下属');
    says({ keeper: { in: ['a', 'b'] } }, 'Keeper is <a> or <b>', 'Keeper 是 <a> 或 <b>');
    says({ worth: { gt: '100000' } }, 'Worth is more than ¥100,000.00', 'Worth 大于 ¥100,000.00', 'sale');
  });

  it('count days from today', () => {
    says({ seenAt: { in: 'thisQuarter' } }, 'Last seen is in this quarter', 'Last seen 属于 本季度');
    says({ seenAt: { in: 'last1Days' } }, 'Last seen is in the last day', 'Last seen 属于 最近 1 天');
    says(
      { not: { seenAt: { in: 'last14Days' } } },
      'Last seen is not in the last 14 days',
      'Last seen 不属于 最近 14 天',
    );
  });

  it('follow references and ask for related records', () => {
    says({ 'shop.branch': 'retail' }, 'Shop › Branch is Retail', 'Shop › Branch 是 Retail', 'sale');
    says(
      {
        and: [
          { has: { object: 'sale', by: 'shop', where: { worth: { gt: '100000' } } } },
          { not: { has: { object: 'visit', by: 'about', where: { at: { in: 'thisMonth' } } } } },
        ],
      },
      'has sales where Worth is more than ¥100,000.00 and has no visits where At is in this month',
      '有Sales（Worth 大于 ¥100,000.00），且没有Visits（At 属于 本月）',
    );
    says({ has: { object: 'sale', by: 'shop', atLeast: 3 } }, 'has at least 3 sales', '至少有 3 条Sales');
    says(
      { not: { has: { object: 'sale', by: 'shop', atLeast: 3 } } },
      'has fewer than 3 sales',
      '少于 3 条Sales',
    );
  });

  it('keep groups apart', () => {
    says(
      { and: [{ name: 'a' }, { or: [{ name: 'b' }, { branch: 'retail' }] }] },
      'Name is a and (Name is b or Branch is Retail)',
      'Name 等于 a，且（Name 等于 b 或 Branch 是 Retail）',
    );
    says(
      { not: { or: [{ name: 'a' }, { name: 'b' }] } },
      'not (Name is a or Name is b)',
      '不满足（Name 等于 a 或 Name 等于 b）',
    );
  });

  it('tell of fields and records that are not there', () => {
    says({ colour: 'red' }, '“colour”, which is not there', '“colour”（已不存在）');
    says({ has: { object: 'tree', by: 'shop' } }, '“tree”, which is not there', '“tree”（已不存在）');
  });
});
