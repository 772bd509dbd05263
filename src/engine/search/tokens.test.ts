import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chinesePeople } from '#test/fixtures/files.ts';
import { matches } from './tokens/matches.ts';
import { queryTokens, type SearchPart, searchTokens } from './tokens.ts';

function finds(kind: SearchPart['kind'], value: string, query: string): boolean {
  return matches(searchTokens([{ kind, value }]), queryTokens(query));
}

function assertFound(kind: SearchPart['kind'], value: string, queries: readonly string[]): void {
  for (const query of queries) assert.ok(finds(kind, value, query), `${value} is not found by ${query}`);
}

function assertNotFound(kind: SearchPart['kind'], value: string, queries: readonly string[]): void {
  for (const query of queries) assert.ok(!finds(kind, value, query), `${value} is found by ${query}`);
}

test('CUS-02 a Chinese name is found by its characters, its pinyin and its initials', () => {
  assertFound('name', '张伟', [
    '张',
    '伟',
    '张伟',
    'zhangwei',
    'zhang',
    'wei',
    'zw',
    'ZhangWei',
    'zhang wei',
    'Wei Zhang',
    'ｚｗ',
  ]);
  assertNotFound('name', '张伟', ['李伟', 'lw', 'hang', 'zhangweixing', '张三']);
});

test('CUS-02 surnames are read as surnames', () => {
  const named: Record<string, string[]> = {
    单伟: ['shanwei', 'sw', 'danwei'],
    曾志伟: ['zengzhiwei', 'zzw'],
    解晓东: ['xiexiaodong', 'xxd'],
    仇和: ['qiuhe', 'qh'],
    查良镛: ['zhaliangyong', 'zly'],
    区家麟: ['oujialin', 'ojl'],
    朴智星: ['piaozhixing'],
    缪荃孙: ['miaoquansun'],
    覃海洋: ['qinhaiyang', 'tanhaiyang'],
    欧阳娜娜: ['ouyangnana', 'oynn', '娜娜', 'nana'],
    尉迟恭: ['yuchigong'],
    万俟卨: ['moqixie'],
    长孙无忌: ['zhangsunwuji'],
  };
  for (const [name, queries] of Object.entries(named)) assertFound('name', name, queries);
});

test('CUS-02 a given name that may be read in two ways is found by both', () => {
  assertFound('name', '张乐', ['zhangle', 'zhangyue', 'zl', 'zy', 'yue']);
  assertFound('name', '李朝阳', ['lichaoyang', 'lizhaoyang']);
  assertFound('name', '吕布', ['lvbu', 'lubu', 'lübu', 'lb']);
});

test('CUS-02 a name written with a space, a dot or in Latin letters', () => {
  assertFound('name', '钟 鹏', ['钟鹏', '钟 鹏', 'zhongpeng', 'zp']);
  assertFound('name', '艾力·买买提', ['艾力·买买提', '艾力买买提', '买买提', 'mmt', 'ailimaimaiti']);
  assertFound('name', "Conan O'Brien", [
    "O'Brien",
    'o’brien',
    'obrien',
    'brien',
    'OBRIEN',
    'conan obr',
    'co',
  ]);
  assertFound('name', 'Jean-Luc Picard', ['jean-luc', 'jean luc', 'jeanluc', 'luc', 'picard', 'jlp']);
  assertFound('name', 'Wei Zhang', ['zhangwei', 'weizhang', 'zhang', 'zhang wei', 'wz']);
  assertFound('name', 'Zoë Łukaszewicz', ['zoe', 'lukasz', 'ZOE LUKASZEWICZ']);
});

test('CUS-01 a company is found by any part of its name', () => {
  const company = '温州南北燃气（集团）有限公司';
  assertFound('name', company, [
    '南北',
    'nanbei',
    'nbrq',
    '温州',
    'wznb',
    '燃气集团',
    '燃气（集团）',
    '燃气(集团)有限公司',
    company,
  ]);
  assertFound('name', 'International Business Machines', ['ibm', 'business', 'international mach']);
  assertFound('name', 'AT&T', ['at&t', 'att', 'AT']);
  assertFound('name', '长沙银行', ['changsha', 'csyh', 'yinhang']);
});

test('long company names stay within their 60 tokens, and are found by every character', () => {
  const company = '黔东南苗族侗族自治州瑞南文化传媒产业投资发展（集团）股份有限公司凯里第二分公司';
  assert.ok(searchTokens([{ kind: 'name', value: company }]).length <= 60);
  assertFound('name', company, ['瑞南', 'rnwh', '凯里', '第二分公司', company]);
  assert.ok(searchTokens([{ kind: 'name', value: '温州南北燃气（集团）有限公司' }]).length < 30);
});

test('CUS-02 a telephone number is found however it is written', () => {
  const queries = [
    '13800138000',
    '138-0013-8000',
    '+86 138-0013-8000',
    '+8613800138000',
    '0086 138 0013 8000',
    '8613800138000',
    '(138) 0013',
    '１３８００１３８０００',
    '8000',
    '0138',
    '138',
  ];
  for (const stored of [
    '+86 138-0013-8000',
    '13800138000',
    '86 138 0013 8000',
    '１３８－００１３－８０００',
  ]) {
    assertFound('digits', stored, queries);
  }
  assertNotFound('digits', '+86 138-0013-8000', ['13800138001', '9000', '80001']);
});

test('CUS-02 a landline is found with and without its trunk prefix', () => {
  for (const stored of ['0512-33481465', '+86 512 3348 1465', '(0512)33481465']) {
    assertFound('digits', stored, [
      '0512-33481465',
      '051233481465',
      '+86 512 3348 1465',
      '33481465',
      '3348-1465',
      '1465',
    ]);
  }
  for (const stored of ['+44 (0)20 7946 0958', '020 7946 0958', '+442079460958']) {
    assertFound('digits', stored, ['020 7946 0958', '+44 20 7946 0958', '7946 0958']);
  }
});

test('two numbers in one field are two numbers', () => {
  assertFound('digits', '13800138000 / 13900139000', ['13800138000', '13900139000']);
  assertNotFound('digits', '13800138000 / 13900139000', ['80001390']);
  assertFound('digits', '0512-33481465转8001', ['33481465', '8001']);
  assertFound('digits', '110', ['110']);
});

test('an e-mail address is found by its person, its domain and as a whole', () => {
  assertFound('text', 'Zhang.Wei+crm@mail.example.com', [
    'zhang.wei+crm@mail.example.com',
    'zhang.wei',
    'zhangwei',
    'wei',
    'example.com',
    '@mail.example',
    'mail.example.com',
    'zhang.wei+crm@',
  ]);
  assertNotFound('text', 'zhang.wei@example.com', ['zhang.wei@example.org', 'li@example.com']);
});

test('a document number is found whole and by its end', () => {
  assertFound('text', 'Q-2026-00042', [
    'Q-2026-00042',
    'q-2026-0',
    'q202600042',
    '00042',
    '2026-00042',
    '2026',
  ]);
  assertNotFound('text', 'Q-2026-00042', ['Q-2026-00043', '0004299', 'Q-2025-00042']);
  assertFound('text', 'SN 000123456789', ['000123456789', '0001234', 'sn 000123456789']);
});

test('mixed writing is found by each of its parts', () => {
  assertFound('text', '卡拉OK厅3号', ['卡拉OK', 'ok', '厅', '3号', 'kala']);
  assertFound('name', '张伟 (David Zhang)', ['张伟', 'david', 'davidzhang', '张伟 david', 'zw']);
  assertFound('text', '田中はなこ', ['はなこ', '田中', 'なこ']);
});

test('all the words of a query must be found, in any part', () => {
  const tokens = searchTokens([
    { kind: 'name', value: '张伟' },
    { kind: 'text', value: '销售总监' },
    { kind: 'digits', value: '13800138000' },
  ]);
  assert.ok(matches(tokens, queryTokens('zhang 总监 8000')));
  assert.ok(!matches(tokens, queryTokens('zhang 总监 9000')));
});

test('a query that says nothing finds nothing', () => {
  for (const query of ['', '   ', '😀', '---', '\u0000', '（）']) assert.deepEqual(queryTokens(query), []);
  assert.ok(!matches(['zhang'], []));
});

test('CUS-02 people with rare characters are found by them', () => {
  const rows =
    new TextDecoder('gb18030').decode(readFileSync(chinesePeople.rare)).match(/^C\d+,[^,]+/gm) ?? [];
  assert.equal(rows.length, 20);
  for (const row of rows) {
    const name = row.split(',')[1] ?? '';
    assertFound('name', name, [name, ...Array.from(name)]);
  }
  assertFound('name', '江䶮', ['䶮', 'jiangyan', 'jy']);
  assertFound('name', '陶𠮷', ['𠮷', 'tao']);
});
