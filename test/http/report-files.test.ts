import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Asking, type Product, startProduct } from './product.ts';
import { unzipped } from './unzipped.ts';

const settings = {
  rows: ['account', 'closeDate.month'],
  measures: ['count', 'sum(amount)', 'max(closeDate)'],
  sortBy: 'sum(amount)',
};

describe('ANA-01 PRV-04 reports as files', () => {
  let product: Product;
  let ask: Asking;
  let wei: Asking & { id: string };

  before(async () => {
    product = await startProduct();
    ask = product.ask;
    wei = await product.colleague({
      ...{ name: '张伟', email: 'wei@hengyue.example', roles: ['salesRepresentative'] },
    });
    const make = async (object: string, values: object): Promise<string> => {
      const { status, body } = await ask('POST', `/api/records/${object}`, values);
      assert.equal(status, 201, JSON.stringify(body));
      return body.id;
    };
    const [retail, energy] = await Promise.all([
      make('account', { name: '=江南零售㛃' }),
      make('account', { name: '远景能源', owner: wei.id }),
    ]);
    await make('opportunity', { name: '门店', account: retail, amount: '1000.50', closeDate: '2026-01-15' });
    await make('opportunity', { name: '仓库', account: retail, amount: '2500', closeDate: '2026-02-28' });
    await make('opportunity', {
      name: '风机',
      account: energy,
      amount: '400',
      closeDate: '2026-02-03',
      owner: wei.id,
    });
  });

  const file = async (who: Asking, format: string, more: object = {}) => {
    const answer = await product.app.inject({
      ...{ method: 'POST', url: '/api/reports/export', headers: who.headers },
      payload: {
        title: '销售',
        format,
        reports: [{ name: '商机/按客户', object: 'opportunity', settings, ...more }],
      },
    });
    return {
      status: answer.statusCode,
      bytes: answer.rawPayload,
      headers: answer.headers,
      body: answer.body,
    };
  };
  const words = async (bytes: Buffer) => {
    const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const pages = Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1));
    const texts = await Promise.all(pages.map(async (page) => (await (await page).getTextContent()).items));
    return texts
      .flat()
      .map((item) => ('str' in item ? item.str : ''))
      .join('');
  };

  it('are workbooks laid out as on the screen: sums bold, numbers as numbers, money in its currency, days as days', async () => {
    const { status, bytes, headers } = await file(ask, 'xlsx');
    assert.equal(status, 200);
    assert.match(decodeURIComponent(String(headers['content-disposition'])), /销售 \d{4}-\d\d-\d\d/);
    const parts = await unzipped(bytes);
    assert.match(parts['xl/workbook.xml'] ?? '', /<sheet name="商机 按客户"/);
    assert.match(parts['xl/styles.xml'] ?? '', /formatCode="&quot;¥&quot;#,##0\.00;/);
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    const rows = [...sheet.matchAll(/<row r="\d+">(.*?)<\/row>/g)].map(([, row = '']) =>
      [...row.matchAll(/<c r="([A-Z]+)\d+"(?: s="(\d+)")?[^>]*>(?:<v>|.*?<t[^>]*>)([^<]*)/g)].map(
        ([, column, style, value]) => `${column}${style}:${value}`,
      ),
    );
    assert.deepEqual(rows, [
      ['A1:客户 › 预计成交日期（按月）', 'B1:记录数', 'C1:预计金额合计', 'D1:最晚预计成交日期'],
      ['A1:=江南零售㛃', 'B1:2', 'C6:3500.50', 'D2:46081'],
      ['A7:2026年2月', 'B0:1', 'C5:2500.00', 'D2:46081'],
      ['A7:2026年1月', 'B0:1', 'C5:1000.50', 'D2:46037'],
      ['A1:远景能源', 'B1:1', 'C6:400.00', 'D2:46056'],
      ['A7:2026年2月', 'B0:1', 'C5:400.00', 'D2:46056'],
      ['A1:合计', 'B1:3', 'C6:3900.50', 'D2:46081'],
    ]);
    assert.match(sheet, /<oddFooter>.*· .*<\/oddFooter>/);
  });

  it('are PDFs with Chinese letters that can be searched, and who made them at the foot', async () => {
    const { status, bytes } = await file(ask, 'pdf');
    assert.equal(status, 200);
    const text = await words(bytes);
    for (const part of ['商机/按客户', '远景能源', '2026年2月', '¥3,900.50', '1 / ', '衡岳工业'])
      assert.ok(text.includes(part), `${part} in ${text}`);
    assert.ok(bytes.length < 300_000, `${bytes.length} bytes`);
  });

  it('are CSV with a column for each group, numbers as they are and nothing that runs as a formula', async () => {
    const { status, body, headers } = await file(ask, 'csv');
    assert.deepEqual([status, headers['content-type']], [200, 'text/csv; charset=utf-8']);
    assert.deepEqual(body.replace('\ufeff', '').split('\r\n'), [
      '客户,预计成交日期（按月）,记录数,预计金额合计,最晚预计成交日期',
      "'=江南零售㛃,2026年2月,1,2500.00,2026-02-28",
      "'=江南零售㛃,2026年1月,1,1000.50,2026-01-15",
      '远景能源,2026年2月,1,400.00,2026-02-03',
      '合计,,3,3900.50,2026-02-28',
      '',
    ]);
  });

  it('hold the numbers of whoever makes them', async () => {
    const text = await words((await file(wei, 'pdf')).bytes);
    assert.ok(text.includes('¥400.00') && !text.includes('3,900.50') && !text.includes('江南'), text);
  });

  it('count against what may be exported and stand in the audit', async () => {
    const { body: safeguards } = await ask('GET', '/api/safeguards');
    safeguards.everyone.exportedAtOnce = 1;
    assert.equal((await ask('PUT', '/api/safeguards', safeguards)).status, 200);
    const refused = await file(wei, 'xlsx');
    const allowed = await file(wei, 'xlsx', { settings: { rows: ['account'] } });
    assert.deepEqual([refused.status, allowed.status], [403, 200]);
    const { body } = await ask('GET', '/api/audit?limit=2');
    assert.deepEqual(
      body.entries.map(({ kind, facts }: { kind: string; facts: object }) => [kind, facts]),
      [
        ['records.exported', { count: 1, format: 'xlsx', report: '商机/按客户', fields: ['account'] }],
        [
          'records.exportRefused',
          {
            count: 2,
            format: 'xlsx',
            report: '商机/按客户',
            fields: [...settings.rows, ...settings.measures],
          },
        ],
      ],
    );
  });

  it('are refused by the name of what is wrong', async () => {
    const { status, body } = await ask('POST', '/api/reports/export', {
      ...{ title: '', format: 'docx' },
      reports: [{ name: 'x', object: 'nothing', settings: { chart: 'cake' } }],
    });
    assert.equal(status, 422);
    assert.deepEqual(
      body.errors.map(({ field }: { field: string }) => field),
      ['format', 'reports.0.settings.chart', 'reports.0.object', 'title'],
    );
  });
});
