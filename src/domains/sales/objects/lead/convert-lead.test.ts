import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Product, startProduct } from '#test/http/product.ts';

describe('a lead becomes a customer', () => {
  let product: Product;
  before(async () => {
    product = await startProduct();
  });

  const make = async (object: string, values: object) => {
    const answer = await product.ask('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  const read = async (object: string, id: string) =>
    (await product.ask('GET', `/api/records/${object}/${id}`)).body;
  const convert = (id: string, input: object = {}) =>
    product.ask('POST', '/api/actions/sales.convertLead', { id, input });

  it('CUS-08 makes account, contact and opportunity, and moves everything that was done', async () => {
    const lead = await make('lead', {
      lastName: '欧阳',
      firstName: '静怡',
      company: '湘江精密制造有限公司',
      title: '采购总监',
      mobile: '13873112288',
      interest: '数控机床',
      source: 'exhibition',
    });
    const about = { regarding: { object: 'lead', id: lead.id } };
    const done = [
      await make('call', { subject: '首次沟通', duration: 420, ...about }),
      await make('meeting', { subject: '展会面谈', status: 'held', ...about }),
      await make('note', { body: '<p>预算在三季度批复</p>', ...about }),
      await make('task', { subject: '发送产品资料', ...about }),
      await make('email', { subject: '产品资料', to: 'jy.ouyang@example.cn', ...about }),
    ];
    const answer = await convert(lead.id, { amount: '860000', closeDate: '2027-03-31' });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const ids = Object.fromEntries(
      answer.body.records.map(({ object, id }: { object: string; id: string }) => [object, id]),
    );
    const account = await read('account', ids.account);
    const contact = await read('contact', ids.contact);
    const opportunity = await read('opportunity', ids.opportunity);
    assert.deepEqual([account.name, account.kind], ['湘江精密制造有限公司', 'company']);
    assert.deepEqual(
      [contact.name, contact.account, contact.mobile],
      ['欧阳静怡', account.id, '13873112288'],
    );
    assert.deepEqual(
      [
        opportunity.name,
        opportunity.account,
        opportunity.contact,
        opportunity.amount.amount,
        opportunity.source,
      ],
      ['湘江精密制造有限公司 · 数控机床', account.id, contact.id, '860000.00', 'exhibition'],
    );
    for (const [index, object] of ['call', 'meeting', 'note', 'task', 'email'].entries()) {
      const moved = await read(object, done[index].id);
      assert.deepEqual(moved.regarding, { object: 'opportunity', id: opportunity.id }, object);
      if ('contact' in moved) assert.equal(moved.contact, contact.id, object);
    }
    const converted = await read('lead', lead.id);
    assert.deepEqual(
      [converted.status, converted.convertedAccount, converted.convertedOpportunity],
      ['converted', account.id, opportunity.id],
    );
  });

  it('CUS-08 converts into an account that is already there, without an opportunity, and only once', async () => {
    const account = await make('account', { name: '岳麓仪器' });
    const lead = await make('lead', { name: 'Emma Clarke', company: 'Yuelu Instruments' });
    assert.deepEqual([lead.firstName, lead.lastName], ['Emma', 'Clarke']);
    const note = await make('note', { body: 'Speaks Chinese', regarding: { object: 'lead', id: lead.id } });
    const answer = await convert(lead.id, { account: account.id, createOpportunity: false });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const converted = await read('lead', lead.id);
    assert.deepEqual([converted.convertedAccount, converted.convertedOpportunity], [account.id, null]);
    assert.deepEqual((await read('note', note.id)).regarding, {
      object: 'contact',
      id: converted.convertedContact,
    });
    assert.ok([409, 422].includes((await convert(lead.id)).status));
    const { entries } = (await product.ask('GET', `/api/records/lead/${lead.id}/timeline`)).body;
    const kinds = entries.map(({ kind }: { kind: string }) => kind);
    for (const kind of ['created', 'sales.convertLead']) assert.ok(kinds.includes(kind), 'its history stays');
  });

  it('CUS-07 SAL-22 source and first-touch campaign are recorded once and for all; the score follows the facts', async () => {
    const lead = await make('lead', {
      name: '张伟',
      source: 'webForm',
      firstTouchCampaign: '2026 秋季新品发布会',
    });
    assert.deepEqual([lead.lastName, lead.firstName, lead.score], ['张', '伟', 15]);
    for (const values of [{ source: 'phone' }, { firstTouchCampaign: '别的活动' }]) {
      const refused = await product.ask('PATCH', `/api/records/lead/${lead.id}`, { ...values, version: 1 });
      assert.deepEqual(
        [refused.status, refused.body.errors[0].field, refused.body.errors[0].code],
        [422, Object.keys(values)[0], 'readOnly'],
      );
    }
    const known = await product.ask('PATCH', `/api/records/lead/${lead.id}`, {
      mobile: '13800138000',
      title: '总经理',
    });
    assert.equal(known.body.score, 50);
  });

  it('CUS-07 drafts a lead out of a business card, for the person to look over', async () => {
    const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:张伟\nORG:湘江精密\nTEL;TYPE=CELL:13873112288\nEND:VCARD';
    const read = (text: string) =>
      product.ask('POST', '/api/actions/sales.readBusinessCard', { input: { card: text } });
    const { status, body } = await read(card);
    const values = { name: '张伟', company: '湘江精密', mobile: '13873112288', source: 'businessCard' };
    assert.deepEqual([status, body.draft], [200, { object: 'lead', values }]);
    const saved = await make('lead', body.draft.values);
    assert.deepEqual([saved.lastName, saved.source], ['张', 'businessCard']);
    const none = await read('https://example.cn');
    assert.deepEqual(
      [none.status, none.body.errors[0].field, none.body.errors[0].code],
      [422, 'card', 'noCard'],
    );
  });
});
