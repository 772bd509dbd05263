import type { Refusal, RefusalKind } from '#kernel/problem.ts';
import { identityText } from '../identity-text.ts';

/** RFC 9457, with one entry per field that is wrong. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** What a program can tell the case by. */
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

const statuses: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  tooMany: 429,
  unavailable: 503,
};

/** A refusal written down for the reader. */
export function problemDocument(refusal: Refusal, locale: 'en' | 'zh-CN'): ProblemDocument {
  const { kind, complaints, detail } = refusal;
  const code = typeof detail.code === 'string' ? detail.code : undefined;
  const errors = complaints.map((complaint) => ({
    field: complaint.field,
    code: complaint.code,
    message: identityText(locale, complaint.code, complaint.parameters) ?? complaint.code,
  }));
  const text = code === undefined ? errors[0]?.message : identityText(locale, code, detail);
  return {
    type: 'about:blank',
    title: identityText(locale, `title.${kind}`) ?? kind,
    status: statuses[kind],
    ...(text === undefined ? {} : { detail: text }),
    ...(code === undefined ? {} : { code }),
    ...(errors.length === 0 ? {} : { errors }),
  };
}
