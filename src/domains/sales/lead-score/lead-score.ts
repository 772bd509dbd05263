type Values = Readonly<Record<string, unknown>>;

/** How many points each fact about a lead is worth; together they make 100. */
export const leadPoints: readonly (readonly [
  fact: string,
  points: number,
  holds: (lead: Values) => boolean,
])[] = [
  ['reachable by telephone', 20, ({ mobile, phone }) => given(mobile) || given(phone)],
  ['reachable in writing', 10, ({ email, wechat }) => given(email) || given(wechat)],
  ['company known', 10, ({ company }) => given(company)],
  ['decides', 20, ({ title }) => typeof title === 'string' && decides.test(title)],
  ['wants something named', 10, ({ interest }) => given(interest)],
  ['has a budget', 15, ({ budget }) => given(budget)],
  ['came of their own accord', 15, ({ source }) => comesUnasked.includes(String(source))],
];

/** How promising a lead is, from 0 to 100, by what is known of it. */
export function leadScore(lead: Values): number {
  if (lead.doNotContact === true) return 0;
  return leadPoints.reduce((sum, [, points, holds]) => sum + (holds(lead) ? points : 0), 0);
}

const decides =
  /总|董事|厂长|院长|校长|主任|部长|经理|\b(ceo|cto|cfo|cio|chief|president|founder|owner|director|head|vp|manager)\b/i;
const comesUnasked = ['website', 'webForm', 'phone', 'email', 'wechat', 'referral', 'exhibition'];

function given(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
