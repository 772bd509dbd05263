import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { openStage } from './stage.ts';

const stage = await openStage();

type Made = { readonly id: string };
const make = (object: string, values: object) =>
  stage.ask('POST', `records/${object}`, values) as Promise<Made>;

/** Somebody else's website: another origin, a policy that allows the form's script and nothing else of ours. */
async function website(snippet: () => string): Promise<string> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${stage.url}; connect-src ${stage.url}; style-src 'self'`,
    );
    response.end(
      `<!doctype html><html lang="zh-CN"><title>联系我们</title><body><h1>联系我们</h1>${snippet()}</body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

test('CUS-09 a visitor of another site fills in the embedded form, and the owner’s open list shows the lead', async () => {
  const { user } = (await stage.ask('GET', 'meta')) as { user: Made };
  const rule = await make('routingRule', { name: '官网线索', members: [user.id] });
  let snippet = '';
  const site = await website(() => snippet);
  const form = await make('leadForm', {
    ...{ name: '官网咨询', title: '获取报价', thanks: '已收到，稍后联系您。' },
    ...{ origins: site, routingRule: rule.id },
  });
  for (const [index, field] of ['name', 'mobile', 'description'].entries())
    await make('leadFormField', { form: form.id, field, position: index + 1, required: index < 2 });
  await make('leadFormConsent', { form: form.id, text: '我同意为答复咨询处理我的信息。', required: true });

  const marketer = await stage.open(`/leadForm/${form.id}`);
  const code = marketer.locator('code', { hasText: 'embed.js' });
  await code.waitFor();
  snippet = (await code.textContent()) ?? '';
  await marketer.frameLocator('iframe').getByRole('heading', { name: '获取报价' }).waitFor();
  await marketer.context().close();

  const owner = await stage.open('/lead?view=open');
  await owner.getByText(/线索/).first().waitFor();
  const visitor = await stage.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  const page = await visitor.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${site}/contact?utm_source=wechat&utm_campaign=autumn`);
  await page.getByLabel('姓名').fill('欧阳静怡');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('请填写此项').first().waitFor();
  assert.equal(await page.getByLabel('手机').getAttribute('aria-invalid'), 'true');
  await page.getByLabel('手机').fill('13873112288');
  await page.getByLabel('备注').fill('请寄样册');
  await page.getByLabel('我同意').check();
  const sent = Date.now();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('已收到，稍后联系您。').waitFor();
  await owner
    .getByText('欧阳静怡')
    .first()
    .waitFor({ timeout: 5000 - Math.min(4000, Date.now() - sent) });
  assert.deepEqual([await visitor.cookies(), faults], [[], []]);
  const [lead] = (
    (await stage.ask('GET', 'records/lead?select=utm,landingPage,owner')) as { records: readonly Lead[] }
  ).records;
  assert.deepEqual(lead?.utm, { source: 'wechat', campaign: 'autumn' });
  assert.match(lead?.landingPage ?? '', /\/contact\?/);
  await visitor.close();
});

interface Lead {
  readonly utm: unknown;
  readonly landingPage: string;
}
