/** A campaign that comes again every year. */
export interface Yearly {
  readonly name: string;
  readonly kind: 'event' | 'exhibition' | 'webinar' | 'social' | 'email' | 'telephone' | 'advertisement';
  /** Month and day. */
  readonly begins: readonly [number, number];
  readonly days: number;
  readonly audience: string;
  readonly budget: number;
  readonly description: string;
  /** The name of what it is part of. */
  readonly partOf?: string;
  /** For people who speak English, or Chinese. */
  readonly english?: true;
}

const launch = '春季新品发布季';

export const yearly: readonly Yearly[] = [
  {
    name: launch,
    kind: 'event',
    begins: [3, 5],
    days: 40,
    audience: '制造企业设备与工艺负责人',
    budget: 380_000,
    description: '新一代数控与机器人产品发布：微信预热、线上研讨会、现场发布会。',
  },
  {
    name: '新品微信推文系列',
    kind: 'social',
    begins: [3, 5],
    days: 25,
    audience: '公众号与企业微信好友',
    budget: 30_000,
    description: '公众号四篇连载，企业微信一对一转发，文末报名发布会。',
    partOf: launch,
  },
  {
    name: '新品线上研讨会',
    kind: 'webinar',
    begins: [3, 26],
    days: 1,
    audience: '工艺工程师、设备科长',
    budget: 25_000,
    description: '一小时产品讲解与现场连线，会后发送资料。',
    partOf: launch,
  },
  {
    name: '春茶品鉴会',
    kind: 'event',
    begins: [4, 10],
    days: 2,
    audience: '华中重点客户的决策人',
    budget: 68_000,
    description: '在岳麓山茶馆与老客户品新茶、谈全年计划，每场不超过四十人。',
  },
  {
    name: '广交会（春季）',
    kind: 'exhibition',
    begins: [4, 15],
    days: 5,
    audience: 'Overseas buyers and distributors',
    budget: 260_000,
    description: 'Canton Fair, spring session: R6 robot cell on the stand, appointments made beforehand.',
    english: true,
  },
  {
    name: 'Predictive maintenance webinar',
    kind: 'webinar',
    begins: [6, 11],
    days: 1,
    audience: 'Maintenance managers in Europe and Asia',
    budget: 18_000,
    description: 'What vibration data tell about a spindle, with a customer’s own figures.',
    english: true,
  },
  {
    name: '设备保养季邮件',
    kind: 'email',
    begins: [8, 4],
    days: 20,
    audience: '质保期已过的客户',
    budget: 12_000,
    description: '高温季节保养清单与备件优惠，三封邮件，间隔一周。',
  },
  {
    name: '中国国际工业博览会',
    kind: 'exhibition',
    begins: [9, 19],
    days: 5,
    audience: '汽车零部件与电子制造企业',
    budget: 420_000,
    description: '数控机床展区，整线演示，现场扫码登记。',
  },
  {
    name: '广交会（秋季）',
    kind: 'exhibition',
    begins: [10, 15],
    days: 5,
    audience: 'Overseas buyers and distributors',
    budget: 270_000,
    description: 'Canton Fair, autumn session: machine tools, with interpreters for Spanish and Arabic.',
    english: true,
  },
  {
    name: '百度品牌推广',
    kind: 'advertisement',
    begins: [11, 3],
    days: 50,
    audience: '搜索数控机床、工业机器人的企业',
    budget: 150_000,
    description: '品牌专区与关键词投放，落地页为官网报价表单。',
  },
  {
    name: '年终客户回访',
    kind: 'telephone',
    begins: [12, 8],
    days: 15,
    audience: '全年有订单的客户',
    budget: 15_000,
    description: '电话回访使用情况与明年计划，赠送台历。',
  },
];

/** What is noted of those who answered. */
export const remarks = [
  '希望会后寄送样册',
  '对 R6 机器人感兴趣，已转销售',
  '约定下月到厂参观',
  '带了两位同事一起来',
  '询问分期付款',
] as const;
