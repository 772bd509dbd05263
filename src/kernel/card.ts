/** The parts of an electronic business card that are known, and how files of cards (RFC 6350) call them. */
export const cardHeads = {
  fullName: 'FN',
  familyName: 'N.family',
  givenName: 'N.given',
  organization: 'ORG',
  unit: 'ORG.unit',
  title: 'TITLE',
  cell: 'TEL.cell',
  work: 'TEL.work',
  mail: 'EMAIL',
  otherMail: 'EMAIL.2',
  weChat: 'X-WECHAT',
  birthday: 'BDAY',
  address: 'ADR',
  remarks: 'NOTE',
  identity: 'UID',
} as const;

export type CardPart = keyof typeof cardHeads;

export const cardParts = Object.keys(cardHeads) as readonly CardPart[];

/** Which field of a record holds which part of its card. */
export type Card<FieldName extends string = string> = { readonly [Part in CardPart]?: FieldName } & {
  /** The long text that keeps what cards say besides, as it was written, line by line. */
  readonly more?: FieldName;
};
