import { uuidv7 } from '#engine/database/uuid.ts';
import type { Context } from '#engine/records/context.ts';
import { createRecords } from '#engine/records/create.ts';
import { makeLeadIntake } from './lead-intake.ts';
import { departments, staff } from './staff.ts';
import type { Catalogue } from './story/deal.ts';
import type { SalesForce } from './story/hengyue.ts';
import type { Office } from './trade/trade.ts';
import { catalogue } from './words/catalogue.ts';

export interface Founded {
  readonly salesForce: SalesForce;
  readonly office: Office;
  readonly marketer: string;
  readonly catalogue: Catalogue;
  /** Ids by the keys of the staff list. */
  readonly people: ReadonlyMap<string, string>;
}

/** What a company needs before its first day: departments, people, products, ways of selling. */
export async function foundCompany(context: Context, domain: string): Promise<Founded> {
  const departmentIds = new Map(departments.map((name) => [name, uuidv7()]));
  const heads = staff.filter(({ manager }) => !manager).map(({ key }) => key);
  const people = new Map(staff.map(({ key }) => [key, uuidv7()]));
  await createRecords(
    context,
    'department',
    [...departmentIds].map(([name, id]) => ({ id, values: { name } })),
  );
  for (const level of [
    staff.filter(({ manager }) => !manager),
    staff.filter(({ manager }) => heads.includes(manager ?? '')),
    staff.filter(({ manager }) => manager && !heads.includes(manager)),
  ])
    await createRecords(
      context,
      'user',
      level.map(({ key, name, title, department, role, manager, locale = 'zh-CN' }) => ({
        id: people.get(key) as string,
        values: {
          name,
          title,
          locale,
          email: `${key}@${domain}`,
          department: departmentIds.get(department),
          roles: [role],
          manager: manager ? people.get(manager) : null,
        },
      })),
    );
  const sellers = staff.filter(({ role }) => role === 'salesRepresentative');
  const idsIn = (name: string) =>
    staff.filter(({ department }) => department === name).map(({ key }) => people.get(key) as string);
  const idsOf = (abroad: boolean) =>
    sellers
      .filter(({ department }) => (department === '国际业务部') === abroad)
      .map(({ key }) => people.get(key) as string);
  const salesForce = { home: idsOf(false), abroad: idsOf(true) };
  const catalogue = {
    products: await makeProducts(context),
    pipelines: await makePipelines(context),
    forms: await makeLeadIntake(context, salesForce.home),
  };
  const office = { accountant: people.get('sunyan') as string, agents: idsIn('客户服务部') };
  const marketer = people.get('suqing') as string;
  return { people, office, marketer, salesForce, catalogue };
}

async function makeProducts(context: Context): Promise<readonly string[]> {
  const products = catalogue.map(([name, code, series, price, unit]) => ({
    id: uuidv7(),
    values: { name, code, series, unit, price: String(price) },
  }));
  await createRecords(context, 'product', products);
  return products.map(({ id }) => id);
}

const stages = {
  standard: [
    ['初步接触', 'prospecting', '10', 20],
    ['持续沟通', 'engaging', '25', 30],
    ['方案报价', 'proposal', '50', 30],
    ['商务谈判', 'negotiation', '75', 30],
    ['赢单', 'won', '100', null],
    ['输单', 'lost', '0', null],
  ],
  project: [
    ['立项登记', 'prospecting', '5', 30],
    ['需求调研', 'qualification', '20', 30],
    ['技术方案与报价', 'proposal', '45', 45],
    ['招投标与谈判', 'negotiation', '70', 45],
    ['中标', 'won', '100', null],
    ['未中标', 'lost', '0', null],
  ],
} as const;

async function makePipelines(context: Context): Promise<Catalogue['pipelines']> {
  const ids = { standard: uuidv7(), project: uuidv7() };
  await createRecords(context, 'pipeline', [
    { id: ids.standard, values: { name: '标准销售流程', description: '设备与备件的常规销售。' } },
    {
      id: ids.project,
      values: { name: '大项目销售流程', description: '金额较大、需要技术方案和招投标的项目。' },
    },
  ]);
  const rows = (['standard', 'project'] as const).flatMap((kind) =>
    stages[kind].map(([name, stage, probability, maxDays], index) => ({
      values: {
        name,
        pipeline: ids[kind],
        stage,
        position: index + 1,
        probability,
        maxDays,
        ...rulesOf(kind, stage),
      },
    })),
  );
  await createRecords(context, 'stage', rows);
  return ids;
}

function rulesOf(kind: string, stage: string): object {
  if (kind === 'project' && stage === 'qualification')
    return {
      requiredActivities: ['meeting'],
      exitCriteria: '已与客户技术负责人当面确认需求，并形成会议纪要。',
    };
  return stage === 'proposal'
    ? { requiredFields: ['amount', 'contact'], exitCriteria: '客户已书面确认方案与报价范围。' }
    : {};
}
