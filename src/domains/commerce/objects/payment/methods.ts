import type { ChoiceColor } from '#kernel/field/choice/choice.ts';

/** How money comes in. */
export const methods = {
  bankTransfer: 'blue',
  acceptance: 'violet',
  card: 'teal',
  wechatPay: 'green',
  alipay: 'blue',
  cash: 'amber',
  other: 'grey',
} as const satisfies Record<string, ChoiceColor>;
