import type { ChoiceColor } from '#kernel/field/choice/choice.ts';

/** Who began an exchange: the company, or the other side. */
export const directions = { outbound: 'blue', inbound: 'teal' } as const satisfies Record<
  string,
  ChoiceColor
>;

/** What came of an exchange, whatever the channel. */
export const outcomes = {
  successful: 'green',
  interested: 'green',
  followUp: 'amber',
  notInterested: 'grey',
  noAnswer: 'orange',
  leftMessage: 'blue',
  replied: 'teal',
  undelivered: 'red',
} as const satisfies Record<string, ChoiceColor>;

/** Ways to exchange messages that have no object of their own. */
export const messageChannels = {
  wecom: 'blue',
  wechat: 'green',
  sms: 'teal',
  webChat: 'violet',
  webForm: 'blue',
  dingtalk: 'blue',
  letter: 'grey',
  event: 'amber',
  other: 'grey',
} as const satisfies Record<string, ChoiceColor>;

/** Every way to touch somebody: a call, an e-mail, the kinds of meeting and of message. */
export const channels = {
  phone: 'teal',
  email: 'violet',
  visit: 'amber',
  office: 'amber',
  video: 'violet',
  ...messageChannels,
} as const satisfies Record<string, ChoiceColor>;
