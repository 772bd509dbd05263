/** What kind of thing a value tells of a person. */
export const personalKinds = {
  identity: 'blue',
  reach: 'teal',
  work: 'grey',
  background: 'grey',
  communication: 'violet',
  online: 'amber',
  official: 'red',
  financial: 'red',
  special: 'red',
} as const;

export type PersonalKind = keyof typeof personalKinds;

/** Those whose misuse would do people harm: numbers of identity papers, money, health, belief. */
export const sensitiveKinds: ReadonlySet<PersonalKind> = new Set(['official', 'financial', 'special']);

/** What data about people are used for. */
export const dataPurposes = {
  relations: 'blue',
  marketing: 'violet',
  performance: 'teal',
  support: 'green',
  employment: 'grey',
  evidence: 'orange',
} as const;

export type DataPurpose = keyof typeof dataPurposes;

/** What makes their use lawful: GDPR article 6, PIPL article 13. */
export const lawfulGrounds = {
  permission: 'green',
  agreement: 'blue',
  legalObligation: 'orange',
  vitalInterest: 'red',
  publicInterest: 'violet',
  legitimateInterest: 'grey',
} as const;

export type LawfulGround = keyof typeof lawfulGrounds;

/** Why values that tell of people are there, and how long they are needed. */
export interface DataUse {
  readonly purpose: DataPurpose;
  readonly ground: LawfulGround;
  /** Months after the last change of the record; as long as the law or the relation wants when absent. */
  readonly months?: number;
}

/** What an object's records have to do with people; which of its fields tell of them, these say. */
export interface Personal<Name extends string = string> extends DataUse {
  /** The records stay as they are when somebody is erased: they are of people who work here, or of companies. */
  readonly kept?: true;
  /**
   * Present where every record is a person himself: the references among them that lead to the same person under
   * another record. Elsewhere a record is a person's when it refers to him.
   */
  readonly same?: readonly Name[];
  /** Which of the texts are names of people, or parts of one: a copy without people has other names there. */
  readonly names?: { readonly [Field in Name]?: 'full' | 'family' | 'given' };
  /** The field that is true where the person wishes to be left alone. */
  readonly refuses?: Name;
}

/** Whether what the records tell of people goes when these are erased. */
export function isErasable({ personal }: { readonly personal?: Personal }): boolean {
  return personal !== undefined && personal.kept !== true;
}
