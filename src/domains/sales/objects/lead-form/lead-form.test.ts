import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Asking, type Product, startProduct } from '#test/http/product.ts';
import { answerForm, type OpenedForm, openPublicForm, whileTyping } from '#test/http/public-form.ts';

const site = 'https://www.hengyue-robot.example';
const chinese = { 'accept-language': 'zh-CN' };
const page = `${site}/robots?utm_source=baidu&utm_medium=cpc&utm_campaign=autumn&bd_vid=778#top`;

describe('a form on a website makes leads', () => {
  let product: Product;
  let visitor: Asking;
  let wei: Asking & { id: string };
  let li: Asking & { id: string };
  let form = '';
  let place = '';
  let closed = '';
  let consents: { marketing: string; contact: string };
  const opened: OpenedForm[] = [];

  before(async () => {
    product = await startProduct();
    visitor = product.as({});
    const hire = (name: string, email: string) =>
      product.colleague({ name, email: `${email}@hengyue.example`, roles: ['salesRepresentative'] });
    [wei, li] = [await hire('张伟', 'wei'), await hire('李薇', 'li')];
    const rule = await make('routingRule', {
      name: '官网线索',
      members: [wei.id, li.id],
      firstTouchMinutes: 30,
    });
    form = (
      await make('leadForm', {
        name: '官网咨询',
        title: '获取方案与报价',
        titleEnglish: 'Ask for a quote',
        thanks: '我们会在 30 分钟内联系您。',
        origins: `${site}, *.partner.example`,
        campaign: '2026 秋季新品',
        routingRule: rule.id,
      })
    ).id;
    place = `main/${form}`;
    const fields = ['name', 'company', 'mobile', 'email', 'employees', 'description'];
    await make(
      'leadFormField',
      fields.map((field, index) => ({ form, field, position: index + 1, required: field === 'name' })),
    );
    const text = '我同意衡岳工业为答复咨询处理我的姓名和联系方式。';
    const asked = { form, purpose: 'contact', required: true };
    await make('leadFormConsent', { ...asked, text, position: 1 });
    await make('leadFormConsent', { ...asked, language: 'en', text: 'You may contact me.', position: 1 });
    await make('leadFormConsent', { form, purpose: 'marketing', text: '我愿意接收产品资讯。', position: 2 });
    closed = (await make('leadForm', { name: '旧表单', active: false })).id;
    for (let times = 0; times < 8; times++) opened.push(await openPublicForm(visitor, place, chinese));
    const [contact, marketing] = opened[0]?.shown.agreements ?? [];
    consents = { contact: contact.key, marketing: marketing.key };
    await whileTyping();
  });

  const make = async (object: string, values: object) => {
    const answer = await product.ask('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  const list = async (object: string, where: object, ask = product.ask) =>
    (await ask('GET', `/api/records/${object}?where=${encodeURIComponent(JSON.stringify(where))}`)).body
      .records;
  const send = (answer: object, headers = {}) =>
    answerForm(visitor, place, opened.shift() as OpenedForm, answer, headers);
  const agreed = () => ({ [consents.contact]: true });
  const codes = (body: { errors: readonly { field: string; code: string }[] }) =>
    body.errors.map(({ field, code }) => [field, code]);

  it('CUS-09 shows itself in the language of the visitor, with what it asks for and what it asks to agree to', async () => {
    const english = await visitor('GET', `/api/public-forms/${place}?language=en-GB`);
    assert.deepEqual([english.body.title, english.body.language], ['Ask for a quote', 'en']);
    assert.deepEqual(
      english.body.agreements.map(({ text, required }: { text: string; required: boolean }) => [
        text,
        required,
      ]),
      [
        ['You may contact me.', true],
        ['我愿意接收产品资讯。', false],
      ],
    );
    const { body } = await visitor('GET', `/api/public-forms/${place}`, undefined, chinese);
    assert.deepEqual(
      body.fields.map(({ label, required }: { label: string; required: boolean }) => [label, required]),
      [
        ['姓名', true],
        ['公司', false],
        ['手机', false],
        ['邮箱', false],
        ['员工人数', false],
        ['备注', false],
      ],
    );
    assert.equal(english.headers['set-cookie'], undefined);
  });

  it('CUS-09 CUS-07 makes a lead with owner, origin and consent out of an answer in less than five seconds', async () => {
    const began = Date.now();
    const answer = await send({
      values: { name: '欧阳静怡', company: '湘江精密', mobile: '138 7311 2288', description: '请寄样册' },
      agreements: agreed(),
      page,
      referrer: 'https://www.baidu.com/s',
    });
    assert.deepEqual(
      [answer.status, answer.body],
      [201, { thanks: '我们会在 30 分钟内联系您。', redirect: null }],
    );
    const [lead] = await list('lead', { company: '湘江精密' }, wei);
    assert.ok(Date.now() - began < 5000);
    assert.deepEqual(
      [lead.name, lead.lastName, lead.owner, lead.routing, lead.routingDetail],
      ['欧阳静怡', '欧阳', wei.id, 'inTurn', '✓ 张伟 0 · 李薇 0'],
    );
    assert.deepEqual(
      [lead.source, lead.firstTouchCampaign, lead.leadForm, lead.landingPage, lead.referrer],
      ['webForm', '2026 秋季新品', form, page.split('#')[0], 'https://www.baidu.com/s'],
    );
    assert.deepEqual(lead.utm, { source: 'baidu', medium: 'cpc', campaign: 'autumn', bd_vid: '778' });
    const due = Date.parse(lead.firstTouchDueAt) - began;
    assert.ok(Math.abs(due - 30 * 60_000) < 5000, lead.firstTouchDueAt);
    const given = await list('consent', { subject: { object: 'lead', id: lead.id } }, wei);
    assert.deepEqual(
      given
        .map(({ purpose, decision, text, channel, person }: Record<string, string>) => [
          ...[purpose, decision, text, channel, person],
        ])
        .sort(),
      [
        ['contact', 'given', '我同意衡岳工业为答复咨询处理我的姓名和联系方式。', 'webForm', '欧阳静怡'],
        ['marketing', 'refused', '我愿意接收产品资讯。', 'webForm', '欧阳静怡'],
      ],
    );
    assert.ok(given.every(({ address, proof }: Record<string, string>) => address === '127.0.0.1' && proof));
    const [touch] = await list('touch', { regarding: { object: 'lead', id: lead.id } }, wei);
    assert.deepEqual([touch.channel, touch.direction], ['webForm', 'inbound']);
    const [care] = (
      await wei('GET', `/api/records/lead?select=firstTouchedAt&q=${encodeURIComponent('欧阳静怡')}`)
    ).body.records;
    assert.equal(care.firstTouchedAt, null, 'what the visitor wrote is no answer of ours');
    const next = await send({ values: { name: '赵磊' }, agreements: agreed(), page });
    assert.equal(next.status, 201);
    assert.equal(
      (await list('lead', { name: '赵磊' }))[0].owner,
      li.id,
      'the next one goes to the next person',
    );
  });

  it('CUS-07 keeps source, campaign, page and form as they were, through every door', async () => {
    const [lead] = await list('lead', { company: '湘江精密' });
    for (const [field, value] of Object.entries({
      source: 'phone',
      firstTouchCampaign: '别的活动',
      landingPage: 'https://other.example/',
      referrer: null,
      utm: {},
      leadForm: null,
    })) {
      const patched = await product.ask('PATCH', `/api/records/lead/${lead.id}`, { [field]: value });
      assert.deepEqual([patched.status, codes(patched.body)], [422, [[field, 'readOnly']]], field);
    }
    const twin = await make('lead', { name: '欧阳静怡', source: 'phone' });
    const merged = await product.ask('POST', `/api/records/lead/${twin.id}/merge`, {
      with: [lead.id],
      values: { source: 'webForm' },
    });
    assert.deepEqual(codes(merged.body), [['source', 'readOnly']]);
  });

  it('CUS-09 keeps what was agreed to for good: nobody changes or deletes it, an administrator neither', async () => {
    const [lead] = await list('lead', { company: '湘江精密' });
    const [{ id }] = await list('consent', { subject: { object: 'lead', id: lead.id } });
    const address = `/api/records/consent/${id}`;
    assert.equal((await product.ask('PATCH', address, { decision: 'given' })).status, 403);
    assert.equal((await product.ask('DELETE', address)).status, 403);
    const done = await product.ask('POST', '/api/actions/sales.convertLead', { id: lead.id, input: {} });
    const contact = done.body.records.find(({ object }: { object: string }) => object === 'contact');
    const { body } = await product.ask('GET', address);
    assert.deepEqual(body.subject, { object: 'contact', id: contact.id }, 'it goes along with the person');
  });

  it('CUS-09 adds what somebody sends again to the lead that he is, and knows customers', async () => {
    const first = await send({
      values: { name: 'Emma Clarke', email: 'emma@clarke.example' },
      agreements: agreed(),
    });
    assert.equal(first.status, 201);
    const again = { name: 'E. Clarke', email: 'Emma@Clarke.example', description: 'Any news?' };
    assert.equal((await send({ values: again, agreements: agreed() })).status, 201);
    const leads = await list('lead', { email: 'emma@clarke.example' });
    assert.deepEqual(
      leads.map(({ name }: { name: string }) => name),
      ['Emma Clarke'],
    );
    const about = { regarding: { object: 'lead', id: leads[0].id } };
    assert.equal((await list('conversation', about)).length, 2);
    assert.equal((await list('consent', { subject: about.regarding })).length, 4);

    const customer = await make('account', { name: '株洲天成', owner: li.id });
    const contact = await make('contact', { name: '诸葛海燕', mobile: '13900139000', account: customer.id });
    await send({ values: { name: '诸葛海燕', mobile: '139-0013-9000' }, agreements: agreed() });
    const [lead] = await list('lead', { name: '诸葛海燕' });
    assert.deepEqual([lead.knownContact, lead.owner, lead.routing], [contact.id, li.id, 'knownCustomer']);
  });

  it('CUS-09 says what is wrong with an answer, in the language of the form, and takes it when it is mended', async () => {
    const showing = opened.shift() as OpenedForm;
    const answer = { values: { email: 'nowhere', employees: 'many', owner: wei.id }, agreements: {} };
    const refused = await answerForm(visitor, place, showing, answer, chinese);
    assert.equal(refused.status, 422);
    assert.deepEqual(
      codes(refused.body)
        .map(([field]) => field)
        .sort(),
      [...[consents.contact, 'email', 'employees', 'name', 'owner'].sort()],
    );
    assert.match(refused.body.errors.at(-1).message, /同意/);
    const mended = { values: { name: '段国栋' }, agreements: agreed() };
    assert.equal((await answerForm(visitor, place, showing, mended)).status, 201);
    const replayed = await answerForm(visitor, place, showing, mended);
    assert.deepEqual([replayed.status, codes(replayed.body)], [409, [['challenge', 'formSent']]]);
    assert.equal((await list('lead', { name: '段国栋' })).length, 1);
  });

  it('CUS-09 tells people from programs without asking anybody outside', async () => {
    const answer = { values: { name: '机器人' }, agreements: agreed() };
    const showing = opened.shift() as OpenedForm;
    const refused = async (changes: object, code: string, form = place) => {
      const { status, body } = await answerForm(visitor, form, { ...showing, ...changes }, answer);
      assert.deepEqual([status, codes(body)], [422, [['challenge', code]]]);
    };
    await refused({ token: 'made.up' }, 'formChallenge');
    await refused({ token: undefined }, 'formChallenge');
    await refused({ solution: '0' }, 'formChallenge');
    await refused({ token: `${showing.token}x` }, 'formChallenge');
    const trapped = await answerForm(visitor, place, showing, { ...answer, trap: 'https://spam.example' });
    assert.deepEqual(codes(trapped.body), [['challenge', 'formTrap']]);
    assert.deepEqual(codes((await inHaste(answer)).body), [['challenge', 'formTooFast']]);
    const elsewhere = await make('leadForm', { name: '另一个表单' });
    await refused({}, 'formChallenge', `main/${elsewhere.id}`);
    assert.equal((await list('lead', { name: '机器人' })).length, 0);
  });

  /** Answers as soon as the form is there; where the machine itself was too slow for that, once more. */
  const inHaste = async (answer: Parameters<typeof answerForm>[3]) => {
    for (;;) {
      const began = Date.now();
      const hasty = await answerForm(visitor, place, await openPublicForm(visitor, place), answer);
      if (Date.now() - began < 2000) return hasty;
    }
  };

  it('CUS-09 puts down only a text that was shown', async () => {
    const answer = { values: { name: '段文' }, agreements: agreed() };
    const [first] = await list('leadFormConsent', { form, purpose: 'contact', language: 'zh-CN' });
    const text = '我同意衡岳工业及其代理商处理我的信息。';
    await product.ask('PATCH', `/api/records/leadFormConsent/${first.id}`, { text });
    const { status, body } = await send(answer);
    assert.deepEqual([status, codes(body)], [409, [['challenge', 'formChanged']]]);
    assert.equal((await list('lead', { name: '段文' })).length, 0);
  });

  it('CUS-09 is shown only where it may stand', async () => {
    const from = (origin: string) => visitor('GET', `/api/public-forms/${place}`, undefined, { origin });
    for (const origin of [site, 'https://shop.partner.example', 'http://127.0.0.1:3000']) {
      const { status, headers } = await from(origin);
      assert.deepEqual([status, headers['access-control-allow-origin']], [200, origin]);
      assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
    }
    for (const origin of ['https://copycat.example', 'https://evil-partner.example', 'null']) {
      const { status, body } = await from(origin);
      assert.deepEqual([status, codes(body)], [403, [['origin', 'formOrigin']]], origin);
    }
    assert.equal((await visitor('OPTIONS', `/api/public-forms/${place}`)).status, 204);
    for (const nothing of [`main/${closed}`, 'main/1', `nowhere/${form}`, `main/${wei.id}`])
      assert.equal((await visitor('GET', `/api/public-forms/${nothing}`)).status, 404, nothing);
    const own = await visitor('GET', `/forms/${place}`);
    assert.match(
      String(own.headers['content-security-policy']),
      /frame-ancestors 'self' https:\/\/www\.hengyue/,
    );
    assert.match(own.body, /data-form="main\//);
  });

  it('CUS-09 lets one address send only so much', async () => {
    let status = 0;
    for (let times = 0; times < 25 && status !== 429; times++)
      ({ status } = await answerForm(visitor, place, { shown: {}, token: '', solution: '' }, {}));
    assert.equal(status, 429);
  });
});
