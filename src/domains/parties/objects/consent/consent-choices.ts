import type { ChoiceColor } from '#kernel/field/choice/choice.ts';

type Choices = Record<string, ChoiceColor>;

/** What data about a person may be used for. */
export const purposes = {
  contact: 'blue',
  marketing: 'violet',
  newsletter: 'violet',
  profiling: 'amber',
  sharing: 'orange',
  recording: 'teal',
  other: 'grey',
} as const satisfies Choices;

export const consentDecisions = {
  given: 'green',
  refused: 'grey',
  withdrawn: 'red',
} as const satisfies Choices;

/** The way on which the person was asked and answered. */
export const consentChannels = {
  webForm: 'blue',
  email: 'violet',
  phone: 'teal',
  wechat: 'green',
  sms: 'teal',
  paper: 'grey',
  inPerson: 'amber',
  import: 'grey',
} as const satisfies Choices;

/** The ways of reaching somebody to which an answer may be limited. */
export const reachingWays = {
  email: 'violet',
  phone: 'teal',
  sms: 'teal',
  wechat: 'green',
  post: 'grey',
} as const satisfies Choices;

/** What allows the use: PIPL article 13, GDPR article 6. */
export const legalBases = {
  consent: 'green',
  contract: 'blue',
  legalObligation: 'orange',
  vitalInterest: 'red',
  publicInterest: 'violet',
  legitimateInterest: 'grey',
} as const satisfies Choices;
