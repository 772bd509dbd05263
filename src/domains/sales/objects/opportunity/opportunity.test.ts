import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Product, startProduct } from '#test/http/product.ts';

describe('a deal goes through its pipeline', () => {
  let product: Product;
  let pipeline = '';
  before(async () => {
    product = await startProduct();
    pipeline = (await make('pipeline', { name: '大客户直销' })).id;
    await make('stage', {
      name: '立项',
      pipeline,
      stage: 'qualification',
      position: 1,
      probability: '15',
      maxDays: 20,
      requiredFields: ['amount'],
      requiredActivities: ['meeting'],
    });
    await make('stage', {
      name: '投标',
      pipeline,
      stage: 'proposal',
      position: 2,
      probability: '45',
      maxDays: 45,
    });
    await make('stage', { name: '中标', pipeline, stage: 'won', position: 3 });
    await make('stage', { name: '未中标', pipeline, stage: 'lost', position: 4 });
  });

  const make = async (object: string, values: object) => {
    const answer = await product.ask('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  const patch = (id: string, values: object) =>
    product.ask('PATCH', `/api/records/opportunity/${id}`, values);
  const act = (verb: string, id: string, input: object = {}) =>
    product.ask('POST', `/api/actions/sales.${verb}`, { id, input });
  const codes = (body: { errors: readonly { field: string; code: string }[] }) =>
    body.errors.map(({ field, code }) => [field, code]);

  it('SAL-05 takes probability and the days allowed from the stage of its pipeline', async () => {
    const deal = await make('opportunity', {
      name: '园区配电改造',
      pipeline,
      stage: 'qualification',
      amount: '200000',
    });
    assert.deepEqual([deal.probability, deal.stageLimit], ['15.00', 20]);
    assert.deepEqual(deal.expectedAmount, { amount: '30000.00', currency: 'CNY' });
    const free = await make('opportunity', { name: '备件采购', stage: 'proposal', probability: '60' });
    assert.deepEqual([free.probability, free.stageLimit], ['60.00', null]);
    const strange = await product.ask('POST', '/api/records/opportunity', {
      name: '售后维保',
      pipeline,
      stage: 'negotiation',
    });
    assert.deepEqual([strange.status, codes(strange.body)], [422, [['stage', 'notInPipeline']]]);
  });

  it('SAL-05 warns of a deal that stays too long in its stage', async () => {
    const old = await make('opportunity', {
      name: '产线升级',
      pipeline,
      stage: 'qualification',
      engageDate: '2026-01-05',
    });
    assert.deepEqual([old.stageSince, old.stageOverdue], ['2026-01-05', true]);
    const where = encodeURIComponent(JSON.stringify({ stageOverdue: true }));
    const { records } = (await product.ask('GET', `/api/records/opportunity?where=${where}`)).body;
    assert.deepEqual(
      records.map(({ name }: { name: string }) => name),
      ['产线升级'],
    );
  });

  it('SAL-27 asks for what the stage requires before the deal goes on, whichever way it is moved', async () => {
    const deal = await make('opportunity', { name: '智能仓储', pipeline, stage: 'qualification' });
    const early = await patch(deal.id, { stage: 'proposal' });
    assert.deepEqual(
      [early.status, codes(early.body)],
      [
        422,
        [
          ['amount', 'requiredToLeaveStage'],
          ['stage', 'meetingRequired'],
        ],
      ],
    );
    assert.match(early.body.errors[1].message, /立项/);
    assert.equal((await act('winOpportunity', deal.id, { amount: '1000' })).status, 422);
    const regarding = { object: 'opportunity', id: deal.id };
    const meeting = await make('meeting', { subject: '需求调研', regarding });
    assert.equal(
      (await patch(deal.id, { stage: 'proposal', amount: '90000' })).status,
      422,
      'planned is not held',
    );
    await product.ask('PATCH', `/api/records/meeting/${meeting.id}`, { status: 'held' });
    const moved = await patch(deal.id, { stage: 'proposal', amount: '90000' });
    assert.deepEqual([moved.status, moved.body.probability, moved.body.stageLimit], [200, '45.00', 45]);
    assert.equal((await patch(deal.id, { stage: 'qualification' })).status, 200, 'going back asks nothing');
  });

  it('SAL-27 asks for what stages require that a deal jumps over', async () => {
    const quick = (await make('pipeline', { name: '渠道销售' })).id;
    await make('stage', { name: '报备', pipeline: quick, stage: 'prospecting', position: 1 });
    const asking = { requiredActivities: ['call'], requiredFields: ['nextStep'] };
    await make('stage', { name: '核实', pipeline: quick, stage: 'qualification', position: 2, ...asking });
    await make('stage', { name: '成交', pipeline: quick, stage: 'won', position: 3 });
    const deal = await make('opportunity', { name: '渠道订单', pipeline: quick });
    const jumped = await patch(deal.id, { stage: 'won' });
    assert.deepEqual(codes(jumped.body), [
      ['nextStep', 'requiredToLeaveStage'],
      ['stage', 'callRequired'],
    ]);
    await make('call', { subject: '核实需求', regarding: { object: 'opportunity', id: deal.id } });
    assert.equal((await patch(deal.id, { stage: 'won', nextStep: '签约' })).status, 200);
  });

  it('SAL-05 is won and lost with a reason, and opened again', async () => {
    const deal = await make('opportunity', { name: '年度框架协议', stage: 'negotiation', amount: '500000' });
    const dropped = await patch(deal.id, { stage: 'lost' });
    assert.deepEqual(codes(dropped.body), [['lossReason', 'required']]);
    assert.deepEqual(codes((await act('loseOpportunity', deal.id)).body), [['lossReason', 'required']]);
    assert.equal(
      (await act('loseOpportunity', deal.id, { lossReason: 'competitor', competitor: '三山集团' })).status,
      200,
    );
    const lost = (await product.ask('GET', `/api/records/opportunity/${deal.id}`)).body;
    assert.deepEqual(
      [lost.stage, lost.probability, lost.lossReason, lost.competitor],
      ['lost', '0.00', 'competitor', '三山集团'],
    );
    assert.ok(lost.closedAt && lost.closeDate);
    assert.equal((await act('reopenOpportunity', deal.id, { stage: 'proposal' })).status, 200);
    const open = (await product.ask('GET', `/api/records/opportunity/${deal.id}`)).body;
    assert.deepEqual(
      [open.stage, open.probability, open.lossReason, open.closedAt],
      ['proposal', '50.00', null, null],
    );
    assert.equal(
      (await act('winOpportunity', deal.id, { winReason: 'service', amount: '480000' })).status,
      200,
    );
    const won = (await product.ask('GET', `/api/records/opportunity/${deal.id}`)).body;
    assert.deepEqual([won.stage, won.probability, won.amount.amount], ['won', '100.00', '480000.00']);
  });

  it('SAL-05 adds up its product lines to the cent', async () => {
    const deal = await make('opportunity', { name: '传感器批量' });
    const sensor = await make('product', { name: 'HY-200 传感器', code: 'HY-200', price: '333.33' });
    const line = await make('opportunityLine', {
      opportunity: deal.id,
      product: sensor.id,
      quantity: '3',
      unitPrice: '333.33',
      discount: '12.5',
    });
    assert.deepEqual([line.amount.amount, line.name], ['874.99', 'HY-200 传感器']);
    await make('opportunityLine', {
      opportunity: deal.id,
      product: sensor.id,
      quantity: '1',
      unitPrice: '0.01',
    });
    const total = (await product.ask('GET', `/api/records/opportunity/${deal.id}`)).body;
    assert.deepEqual([total.lineCount, total.lineTotal], [2, '875.00']);
    const beyond = await product.ask('POST', '/api/records/opportunityLine', {
      opportunity: deal.id,
      product: sensor.id,
      discount: '101',
    });
    assert.deepEqual(codes(beyond.body), [['discount', 'outOfRange']]);
  });

  it('SAL-05 keeps every stage of a deal, with who and when', async () => {
    const deal = await make('opportunity', { name: '产线升级' });
    for (const stage of ['engaging', 'proposal', 'negotiation'])
      await product.ask('PATCH', `/api/records/opportunity/${deal.id}`, { stage });
    const { entries } = (await product.ask('GET', `/api/records/opportunity/${deal.id}/timeline`)).body;
    const moves = entries.flatMap(({ at, actor, changes }: Entry) =>
      changes
        .filter(({ field }) => field === 'stage')
        .map((change) => [change.old, change.new, actor.name, at !== '']),
    );
    assert.deepEqual(moves.reverse(), [
      [null, 'prospecting', '林晓彤', true],
      ['prospecting', 'engaging', '林晓彤', true],
      ['engaging', 'proposal', '林晓彤', true],
      ['proposal', 'negotiation', '林晓彤', true],
    ]);
  });
});

interface Entry {
  readonly at: string;
  readonly actor: { readonly name: string };
  readonly changes: readonly { readonly field: string; readonly old: unknown; readonly new: unknown }[];
}
