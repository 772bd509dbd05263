/** One thing wrong with one value. `code` names a text in the locale files, `parameters` fill it. */
export interface Complaint {
  readonly field: string;
  readonly code: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
}

/** Thrown by a field type when a value is not acceptable; the caller adds the field's name. */
export class Unacceptable extends Error {
  readonly code: string;
  readonly parameters: Readonly<Record<string, string | number>>;

  constructor(code: string, parameters: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'Unacceptable';
    this.code = code;
    this.parameters = parameters;
  }
}

/** What the caller asked for cannot be done; carries every complaint found, never only the first. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly complaints: readonly Complaint[];
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(
    kind: RefusalKind,
    complaints: readonly Complaint[] = [],
    detail: Readonly<Record<string, unknown>> = {},
  ) {
    super(complaints.map((complaint) => `${complaint.field}: ${complaint.code}`).join(', ') || kind);
    this.name = 'Refusal';
    this.kind = kind;
    this.complaints = complaints;
    this.detail = detail;
  }
}

export type RefusalKind =
  | 'invalid'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'unauthenticated'
  | 'tooLarge'
  | 'unavailable'
  | 'tooMany';
