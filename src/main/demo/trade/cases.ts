import { dateText, day } from '../working-days.ts';
import type { Books } from './books.ts';
import type { Deal } from './deals-of.ts';

const questions = {
  problem: [
    '设备报警停机，错误代码 E-207',
    '主轴异响，精度下降',
    '视觉检测误判率偏高',
    '机器人第三轴漂移',
    '平台无法采集设备数据',
  ],
  question: ['如何调整进给参数', '操作手册在哪里下载', '质保范围咨询', '如何新增设备账号'],
  complaint: ['现场服务迟到，影响生产', '备件到货多次延期', '同一故障反复出现'],
  request: ['需要补充一次操作培训', '希望增加月度巡检', '申请更换备件'],
} as const;

const answers = [
  '远程指导调整参数后恢复正常。',
  '已更换部件，现场验收通过。',
  '已安排工程师上门处理，客户确认满意。',
  '已发送说明文档并电话讲解。',
];

/** What customers ask and report after they have bought; the older, the more likely it is settled. */
export function cases(books: Books, won: readonly Deal[], agents: readonly string[]): void {
  const { random, now } = books;
  for (const { account, contact, since, lines } of won) {
    for (let left = random.whole(0, 3); left > 0; left--) {
      const at = since + random.whole(20, 360) * day + random.whole(0, 8) * 3_600_000;
      if (at >= now) continue;
      const owner = random.pick(agents);
      const kind = random.weighted({ problem: 5, question: 4, complaint: 1, request: 2 });
      const age = (now - at) / day;
      const status =
        age > 20 || random.chance(0.5)
          ? random.chance(0.9)
            ? 'closed'
            : 'resolved'
          : random.pick(['new', 'inProgress', 'waiting']);
      const settled = ['closed', 'resolved'].includes(status);
      const settledAt = new Date(Math.min(at + random.whole(1, 12) * day, now)).toISOString();
      books.enter('case', at, owner, {
        account,
        contact,
        product: lines[0]?.product,
        subject: random.pick<string>(questions[kind]),
        kind,
        channel: random.weighted({ phone: 6, wechat: 4, email: 3, website: 1, visit: 1 }),
        priority: random.weighted({ low: 1, normal: 5, high: 3, urgent: 1 }),
        status,
        owner: status === 'new' && random.chance(0.5) ? null : owner,
        openedAt: new Date(at).toISOString(),
        ...(settled && { resolution: random.pick(answers), resolvedAt: settledAt }),
        ...(status === 'closed' && { closedAt: settledAt }),
      });
    }
  }
}

/** Customers with larger business have a contract for its upkeep, a year at a time. */
export function contracts(books: Books, won: readonly Deal[]): void {
  const { random, now } = books;
  for (const { name, account, contact, owner, amount, since } of won) {
    if (amount < 600_000 || random.chance(0.4)) continue;
    const until = since + 365 * day;
    books.enter('contract', since, owner, {
      name: `${name} 维保合同`,
      account,
      contact,
      owner,
      kind: random.pick(['service', 'service', 'framework']),
      status: until < now ? 'ended' : 'active',
      amount: String(Math.round(amount * 0.05)),
      startsOn: dateText(since),
      endsOn: dateText(until),
    });
  }
}
