/** What people write down about their work, in the customer's language: Chinese, English. */
export const calls = [
  ['需求初步沟通', 'First talk about needs'],
  ['跟进报价进度', 'Following up on the quote'],
  ['确认技术参数', 'Confirming technical parameters'],
  ['回访使用情况', 'How the machines are running'],
  ['邀请参观工厂', 'Invitation to visit our plant'],
  ['催办合同审批', 'Where the contract approval stands'],
  ['确认交货时间', 'Confirming the delivery date'],
  ['付款计划沟通', 'Payment plan'],
] as const;

export const callRemarks = [
  [
    '客户对价格敏感，希望分期付款，下周再约。',
    'Price matters to them; they would like to pay in instalments. Call again next week.',
  ],
  ['技术部已认可方案，等待采购走流程。', 'Engineering accepts the solution; waiting for procurement.'],
  ['对方正在比较两家供应商，交期是关键。', 'They compare two suppliers; delivery time decides.'],
  ['预算已批复，预计本季度内启动。', 'The budget is approved; they mean to start this quarter.'],
  ['负责人出差，助理转达。', 'The person in charge is travelling; the assistant will pass it on.'],
] as const;

export const meetings = [
  ['上门拜访：现场勘查', 'Site survey'],
  ['技术方案交流会', 'Technical review'],
  ['商务谈判', 'Commercial negotiation'],
  ['样机演示', 'Machine demonstration'],
  ['项目启动会', 'Project kick-off'],
  ['季度回访', 'Quarterly review'],
] as const;

export const emails = [
  ['产品资料与案例', 'Brochures and references'],
  ['报价单（含三年质保）', 'Quotation with three years of warranty'],
  ['技术协议草案', 'Draft of the technical agreement'],
  ['会议纪要', 'Minutes of our meeting'],
  ['合同扫描件', 'Signed contract'],
  ['交付计划', 'Delivery plan'],
] as const;

export const notes = [
  [
    '客户现有设备以进口品牌为主，服役超过八年，有替换意愿。',
    'Most of their machines are imported and older than eight years; they think of replacing them.',
  ],
  [
    '决策链：设备部提需求，采购比价，总经理拍板。',
    'Maintenance asks, procurement compares, the managing director decides.',
  ],
  [
    '竞争对手上月已做过演示，价格低约 8%，但交期要 14 周。',
    'A competitor showed its machine last month: 8 % cheaper, but fourteen weeks to deliver.',
  ],
  [
    '对方希望先试用一台，验收后再批量。',
    'They want to try one machine first and order the rest after acceptance.',
  ],
  [
    '明年计划扩建二期厂房，潜在需求约 20 台。',
    'A second hall is planned for next year; perhaps twenty machines.',
  ],
] as const;

export const tasks = [
  ['发送正式报价', 'Send the formal quote'],
  ['准备技术方案', 'Prepare the technical proposal'],
  ['确认验收标准', 'Agree on acceptance criteria'],
  ['寄送样品', 'Send samples'],
  ['跟进合同用印', 'Chase the signed contract'],
  ['安排现场调试', 'Arrange commissioning'],
  ['回款提醒', 'Payment reminder'],
  ['电话回访', 'Call back'],
] as const;

export const chats = [
  ['微信沟通交期', 'Delivery time'],
  ['发送现场照片', 'Photos from the site'],
  ['节日问候', 'Season’s greetings'],
  ['确认到访时间', 'When to come by'],
] as const;

export const campaigns = [
  '2025 中国国际工业博览会',
  '华中智能制造峰会',
  '春季新品发布会',
  '老客户转介绍计划',
  '官网白皮书下载',
] as const;
