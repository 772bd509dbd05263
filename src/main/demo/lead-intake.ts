import { uuidv7 } from '#engine/database/uuid.ts';
import type { Context } from '#engine/records/context.ts';
import { createRecords } from '#engine/records/create.ts';
import type { Form } from './story/deal.ts';

/** Where leads come in and to whom they go: forms on the website, a rule that shares them out, one for the pool. */
export async function makeLeadIntake(context: Context, sellers: readonly string[]): Promise<readonly Form[]> {
  const rule = uuidv7();
  await createRecords(context, 'routingRule', [
    {
      id: rule,
      values: {
        name: '官网线索轮流分配',
        sources: ['webForm'],
        members: sellers,
        capacity: 80,
        firstTouchMinutes: 120,
        description: '官网表单进来的线索由国内销售轮流跟进，两小时内首次联系。',
      },
    },
  ]);
  await createRecords(context, 'poolRule', [
    {
      values: {
        name: '公海领取规则',
        mostHeld: 120,
        restDays: 7,
        description: '退回的线索七天内留给其他同事。',
      },
    },
  ]);
  const made = forms.map((form) => ({ id: uuidv7(), ...form }));
  await createRecords(
    context,
    'leadForm',
    made.map(({ id, name, title, titleEnglish, campaign }) => ({
      id,
      values: {
        ...{ name, title, titleEnglish, campaign, routingRule: rule, origins: 'www.hengyue.example' },
        introduction: '请留下联系方式，我们的工程师会在两小时内与您联系。',
        introductionEnglish: 'Leave your details and one of our engineers will call you within two hours.',
        thanks: '已收到您的信息，感谢您对衡岳工业的关注！',
        thanksEnglish: 'We have received your message. Thank you for your interest in Hengyue!',
      },
    })),
  );
  await createRecords(
    context,
    'leadFormField',
    made.flatMap(({ id }) =>
      asked.map(([field, required], index) => ({
        values: { form: id, field, required, position: index + 1 },
      })),
    ),
  );
  await createRecords(
    context,
    'leadFormConsent',
    made.flatMap(({ id }) => consents.map((consent) => ({ values: { form: id, ...consent } }))),
  );
  return made.map(({ id, campaign, page, source }) => ({ id, campaign, page, source }));
}

const forms = [
  {
    name: '官网 · 获取报价',
    title: '获取方案与报价',
    titleEnglish: 'Ask for a solution and a quote',
    campaign: '官网白皮书下载',
    page: 'https://www.hengyue.example/products',
    source: 'baidu',
  },
  {
    name: '新品发布会报名',
    title: '报名新品发布会',
    titleEnglish: 'Register for the product launch',
    campaign: '春季新品发布会',
    page: 'https://www.hengyue.example/launch',
    source: 'wechat',
  },
] as const;

const asked = [
  ['name', true],
  ['company', true],
  ['mobile', true],
  ['email', false],
  ['interest', false],
  ['description', false],
] as const;

/** What the forms ask people to agree to. */
export const consents = [
  {
    purpose: 'contact',
    language: 'zh-CN',
    required: true,
    position: 1,
    text: '我同意衡岳工业为答复本次咨询处理我填写的信息。',
  },
  {
    purpose: 'contact',
    language: 'en',
    required: true,
    position: 1,
    text: 'I agree that Hengyue uses my details to answer this request.',
  },
  {
    purpose: 'marketing',
    language: 'zh-CN',
    position: 2,
    text: '我愿意通过邮件和短信接收衡岳工业的产品资讯，可随时退订。',
  },
  {
    purpose: 'marketing',
    language: 'en',
    position: 2,
    text: 'I would like to receive news from Hengyue by e-mail and text message, and can end this at any time.',
  },
] as const;
