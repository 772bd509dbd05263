type Values = Readonly<Record<string, unknown>>;

/** How many points each fact about a lead is worth; together they make 100. */
export const leadPoints: readonly (readonly [
  fact: string,
  points: number,
  share: (lead: Values) => number,
])[] = [
  ['can be called', 15, ({ mobile, phone }) => share(given(mobile) || given(phone))],
  ['can be written to', 5, ({ email, wechat }) => share(given(email) || given(wechat))],
  ['company known', 5, ({ company }) => share(given(company))],
  ['company of some size', 10, ({ employees }) => Math.min(1, Number(employees ?? 0) / 500)],
  ['has a say', 20, ({ title }) => sayOf(title)],
  ['wants something named', 10, ({ interest }) => share(given(interest))],
  ['has a budget', 20, ({ budget }) => share(given(budget))],
  ['came unasked', 15, ({ source }) => share(comesUnasked.includes(String(source)))],
];

/** How promising a lead is, from 0 to 100, by what is known of it. */
export function leadScore(lead: Values): number {
  if (lead.doNotContact === true) return 0;
  return Math.round(leadPoints.reduce((sum, [, points, part]) => sum + points * part(lead), 0));
}

const decides =
  /总经理|总裁|董事|总监|厂长|院长|校长|\b(ceo|cto|cfo|cio|chief|president|founder|owner|director|vp)\b/i;
const proposes = /主任|部长|经理|总工|主管|\b(head|manager|lead)\b/i;
const comesUnasked = ['website', 'webForm', 'phone', 'email', 'wechat', 'referral', 'exhibition'];

/** Who decides counts in full, who proposes by half. */
function sayOf(title: unknown): number {
  if (typeof title !== 'string') return 0;
  return decides.test(title) ? 1 : proposes.test(title) ? 0.5 : 0;
}

function given(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function share(holds: boolean): number {
  return holds ? 1 : 0;
}
