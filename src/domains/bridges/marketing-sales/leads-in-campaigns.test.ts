import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { bring, counts, settled, start } from '#test/http/importing.ts';
import type { Asking, Product } from '#test/http/product.ts';
import { answerForm, type OpenedForm, openPublicForm, whileTyping } from '#test/http/public-form.ts';

describe('leads in campaigns', () => {
  let product: Product;
  let ask: Asking;
  let place: string;
  let form: OpenedForm;
  let typed: Promise<void>;

  const make = async (object: string, values: object): Promise<string> => {
    const answer = await ask('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body.id;
  };
  const members = async (where: object) =>
    (await ask('GET', `/api/records/campaignMember?where=${encodeURIComponent(JSON.stringify(where))}`)).body
      .records;
  const add = (campaign: string, lead: string) =>
    ask('POST', '/api/actions/marketingSales.addLead', {
      ids: [lead],
      input: { campaign, status: 'attended' },
    });
  const convert = async (id: string, input: object = {}) => {
    const answer = await ask('POST', '/api/actions/sales.convertLead', { id, input });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return (await ask('GET', `/api/records/lead/${id}`)).body.convertedContact as string;
  };

  before(async () => {
    product = await start();
    ask = product.ask;
    const id = await make('leadForm', { name: '开放日报名' });
    await make('leadFormField', { form: id, field: 'name', position: 1 });
    place = `main/${id}`;
    form = await openPublicForm(product.as({}), place);
    typed = whileTyping();
  });

  it('a member is a contact or a lead, called after whichever it is, and never both', async () => {
    const campaign = await make('campaign', { name: '广交会 2026 秋季' });
    const lead = await make('lead', { name: '欧阳静怡', company: '湘江精密' });
    const contact = await make('contact', { name: '何静' });
    assert.equal((await add(campaign, lead)).status, 200);
    assert.equal((await members({ lead }))[0].name, '欧阳静怡 · 广交会 2026 秋季');
    const refusal = async (values: object) => {
      const { status, body } = await ask('POST', '/api/records/campaignMember', { campaign, ...values });
      return [status, body.errors[0].field, body.errors[0].code];
    };
    assert.deepEqual(await refusal({ lead }), [422, 'campaign', 'notUnique']);
    assert.deepEqual(await refusal({ lead, contact }), [422, 'lead', 'oneAlone']);
    assert.deepEqual(await refusal({}), [422, 'contact', 'required']);
  });

  it('CUS-08 memberships follow a converted lead to the contact', async () => {
    const campaign = await make('campaign', { name: '新品线上研讨会' });
    const lead = await make('lead', { name: '张伟', company: '恒岳工业' });
    await add(campaign, lead);
    const contact = await convert(lead);
    const [member] = await members({ campaign });
    assert.deepEqual([member.contact, member.lead, member.status], [contact, null, 'attended']);
    assert.equal(member.name, '张伟 · 新品线上研讨会');
  });

  it('CUS-08 a contact who is in a campaign already is in it once when his lead is converted', async () => {
    const [one, other] = [await make('campaign', { name: '春季' }), await make('campaign', { name: '秋季' })];
    const contact = await make('contact', { name: '李静' });
    await make('campaignMember', { campaign: one, contact, status: 'registered' });
    const lead = await make('lead', { name: '李静' });
    for (const campaign of [one, other]) await add(campaign, lead);
    assert.equal(await convert(lead, { contact, createOpportunity: false }), contact);
    const all = await members({ contact });
    assert.deepEqual(all.map((member: { campaign: string }) => member.campaign).sort(), [one, other].sort());
    assert.equal((await members({ campaign: one }))[0].status, 'registered');
    assert.deepEqual(await members({ lead }), []);
  });

  it('brings a list of visitors in, contacts and leads by name, and says who is not known', async () => {
    const campaign = await make('campaign', { name: '工博会' });
    await make('contact', { name: '唐杰' });
    await make('lead', { name: '罗军' });
    const list = [
      '市场活动,联系人,线索,成员状态,备注',
      '工博会,唐杰,,已参加,要样册',
      '工博会,,罗军,已报名,',
      '工博会,没有这个人,,已参加,',
    ].join('\n');
    const { body } = await bring(ask, [['参会名单.csv', new TextEncoder().encode(list)]]);
    assert.equal((await ask('POST', `/api/imports/${body.id}/run`, { dryRun: false })).status, 200);
    const [file] = (await settled(ask, body.id)).files;
    assert.deepEqual(counts(file), { created: 2, updated: 0, skipped: 0, failed: 1 });
    const said = (await members({ campaign })).map(({ name, status }: Record<string, string>) => [
      name,
      status,
    ]);
    assert.deepEqual(said.sort(), [
      ['唐杰 · 工博会', 'attended'],
      ['罗军 · 工博会', 'registered'],
    ]);
  });

  it('CUS-07 a lead names the campaign that brought it, found by what it is called, and for good', async () => {
    const campaign = await make('campaign', { name: '秋季开放日' });
    const other = await make('campaign', { name: '重名活动' });
    await make('campaign', { name: '重名活动' });
    const origin = async (values: object) => {
      const { body } = await ask('POST', '/api/records/lead', { name: '严芳', ...values });
      return [body.campaign, body.firstTouchCampaign];
    };
    assert.deepEqual(await origin({ firstTouchCampaign: '秋季开放日' }), [campaign, '秋季开放日']);
    assert.deepEqual(await origin({ campaign }), [campaign, '秋季开放日']);
    assert.deepEqual(await origin({ campaign, firstTouchCampaign: '展台二维码' }), [campaign, '展台二维码']);
    assert.deepEqual(
      await origin({ firstTouchCampaign: '重名活动' }),
      [null, '重名活动'],
      'of two alike none',
    );
    assert.deepEqual(await origin({}), [null, null]);
    const list = ['姓名,市场活动', '熊梅,秋季开放日'].join('\n');
    const { body } = await bring(ask, [['新线索.csv', new TextEncoder().encode(list)]]);
    assert.equal((await ask('POST', `/api/imports/${body.id}/run`, { dryRun: false })).status, 200);
    assert.equal((await settled(ask, body.id)).files[0].created, 1);
    await typed;
    const page = `https://www.hengyue.example/?utm_campaign=${encodeURIComponent('秋季开放日')}`;
    const sent = await answerForm(product.as({}), place, form, { values: { name: '万里' }, page });
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    const where = encodeURIComponent(JSON.stringify({ campaign }));
    const { records } = (await ask('GET', `/api/records/lead?where=${where}&sort=createdAt`)).body;
    assert.deepEqual(
      records.map(({ name }: { name: string }) => name),
      ['严芳', '严芳', '严芳', '熊梅', '万里'],
    );
    const { status, body: refused } = await ask('PATCH', `/api/records/lead/${records[0].id}`, {
      campaign: other,
    });
    assert.deepEqual(
      [status, refused.errors[0].field, refused.errors[0].code],
      [422, 'campaign', 'readOnly'],
    );
    const { objects } = (await ask('GET', '/api/meta')).body;
    const { related } = objects.find(({ name }: { name: string }) => name === 'campaign');
    assert.ok(
      related.some(
        ({ object, label }: Record<string, string>) => object === 'lead' && label === '带来的线索',
      ),
    );
  });

  it('a deal names the campaign to which it is owed, and stands on its page', async () => {
    const campaign = await make('campaign', { name: '华东巡展' });
    await make('opportunity', { name: '产线改造', campaign });
    const { objects } = (await ask('GET', '/api/meta')).body;
    const { related } = objects.find(({ name }: { name: string }) => name === 'campaign');
    assert.ok(related.some(({ object }: { object: string }) => object === 'opportunity'));
  });
});
