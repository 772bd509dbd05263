import { Refusal, type RefusalKind } from '#kernel/problem.ts';

const statuses: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  unauthenticated: 401,
  tooLarge: 413,
  tooMany: 429,
  unavailable: 503,
};

export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly errors: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  readonly [extra: string]: unknown;
}

/** A refusal as an RFC 9457 problem document in the caller's language. */
export function problemOf(
  refusal: Refusal,
  text: (code: string, parameters: Readonly<Record<string, string | number>>) => string,
): ProblemDocument {
  const { code } = refusal.detail;
  const detail =
    typeof code === 'string' ? text(code, refusal.detail as Record<string, string | number>) : code;
  return {
    type: `urn:guanxi:problem:${refusal.kind}`,
    title: text(refusal.kind === 'tooMany' ? 'tooManyRequests' : refusal.kind, {}),
    status: statuses[refusal.kind],
    errors: refusal.complaints.map(({ field, code, parameters = {} }) => ({
      field,
      code,
      message: text(code, parameters),
    })),
    ...(detail !== undefined && detail !== code && { detail }),
    ...refusal.detail,
  };
}

/** Faults of the request itself, as the server's own parser reports them. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const { statusCode = 500, code = '' } = error as { statusCode?: number; code?: string };
  if (statusCode === 413) return new Refusal('tooLarge');
  if (statusCode === 429) return new Refusal('tooMany');
  if (statusCode >= 400 && statusCode < 500)
    return new Refusal('invalid', [{ field: '', code: 'badRequest' }]);
  // Two writers waited for each other, and PostgreSQL let one of them go first.
  if (code === '40P01' || code === '40001')
    return new Refusal('conflict', [{ field: 'version', code: 'tooBusy' }]);
  // Text that PostgreSQL cannot hold or read slipped past a field's own check.
  return /^(22|23514)/.test(code) ? new Refusal('invalid', [{ field: '', code: 'badRequest' }]) : undefined;
}
