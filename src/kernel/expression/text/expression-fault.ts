import type { Complaint } from '../../problem.ts';

/** A stretch of a text: from the first character up to, not including, the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is wrong with an expression that somebody has written, and where. */
export class ExpressionFault extends Error {
  readonly code: string;
  readonly span: Span;
  readonly parameters: Readonly<Record<string, string | number>>;

  constructor(code: string, span: Span, parameters: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'ExpressionFault';
    this.code = code;
    this.span = span;
    this.parameters = parameters;
  }
}

/** The fault as a complaint about the field that holds the text, with line and column counted from one. */
export function complaintOf(
  { code, span, parameters }: ExpressionFault,
  text: string,
  field: string,
): Complaint {
  const before = text.slice(0, span.from).split('\n');
  const place = { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
  return { field, code, parameters: { ...parameters, ...place, ...span } };
}
