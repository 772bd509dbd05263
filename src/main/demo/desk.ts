import type { Happening } from './happening.ts';
import { identifierAt } from './identifier.ts';
import type { Random } from './random.ts';
import { day, timeOf, workingDay } from './working-days.ts';

const minute = 60_000;

/** What colleagues ask of the administrator today; each tells her so. */
const asked = [
  ['chenli', '审批框架合同的折扣', 'high', 190],
  ['sunyan', '确认本月逾期回款名单', 'normal', 140],
  ['matao', '协调停机客户的上门时间', 'urgent', 55],
  ['zhoumin', '给张伟回电，确认验收安排', 'normal', 20],
] as const;

/** What lies on the administrator's desk: a contact whom everybody looks for first, and tasks from colleagues. */
export function desk(
  random: Random,
  now: number,
  story: readonly Happening[],
  administrator: string,
  people: ReadonlyMap<string, string>,
): readonly Happening[] {
  const customer = goodCustomer(story);
  if (customer === undefined) return [];
  const { id: account, by: owner } = customer;
  const met = Math.max(customer.at + minute, now - 200 * day);
  const contact = identifierAt(random, met);
  const domain = String(customer.values.website ?? '').replace(/^https:\/\/(www\.)?/, '');
  const zhangwei = {
    lastName: '张',
    firstName: '伟',
    title: '采购总监',
    mobile: '13800138000',
    email: `zhang.wei@${domain}`,
    account,
    owner,
  };
  return [
    { kind: 'create', object: 'contact', id: contact, at: met, by: owner, values: zhangwei },
    ...asked.map(([from, subject, priority, ago], place): Happening => {
      const at = now - ago * minute;
      const regarding = place === 3 ? { object: 'contact', id: contact } : { object: 'account', id: account };
      const dueAt = new Date(timeOf(workingDay(now + (place + 1) * day), 'task', 0)).toISOString();
      return {
        kind: 'create',
        object: 'task',
        id: identifierAt(random, at),
        at,
        by: people.get(from) ?? owner,
        values: { subject, priority, owner: administrator, regarding, dueAt, status: 'open' },
      };
    }),
  ];
}

/** A Chinese company that has bought something. */
function goodCustomer(story: readonly Happening[]): Happening | undefined {
  const bought = new Set(
    story
      .filter(({ object, values }) => object === 'account' && values.lifecycle === 'customer')
      .map(({ id }) => id),
  );
  return story.find(
    ({ kind, id, values }) =>
      kind === 'create' && bought.has(id) && /\p{Script=Han}/u.test(String(values.name)),
  );
}
