import { Refusal } from '#kernel/problem.ts';

/** What somebody looks for in the audit of his workspace. */
export interface AuditQuery {
  /** Id of the person who did it, or in whose name it was done. */
  readonly person: string | undefined;
  readonly kind: string | undefined;
  /** Whom or what it happened to: `user/0199…`, or `user` for all of them. */
  readonly subject: string | undefined;
  /** From this moment on. */
  readonly from: string | undefined;
  /** Before this moment. */
  readonly until: string | undefined;
  /** The number of the entry before the page. */
  readonly cursor: string | undefined;
  readonly limit: number;
}

type Parameters = Readonly<Record<string, unknown>>;

const most = 200;

/** Reads the parameters of an address. */
export function auditQueryOf(parameters: Parameters): AuditQuery {
  const limit = Number(parameters.limit ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > most)
    throw new Refusal('invalid', [{ field: 'limit', code: 'outOfRange', parameters: { least: 1, most } }]);
  return {
    person: text(parameters, 'person', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, 'notAnId'),
    kind: text(parameters, 'kind', /^[\w.]{1,100}$/, 'notText'),
    subject: text(parameters, 'subject', /^[^\0]{1,200}$/, 'notText'),
    from: moment(parameters, 'from'),
    until: moment(parameters, 'until'),
    cursor: text(parameters, 'cursor', /^\d{1,18}$/, 'badCursor'),
    limit,
  };
}

function text(parameters: Parameters, name: string, form: RegExp, code: string): string | undefined {
  const value = parameters[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string' || !form.test(value)) throw new Refusal('invalid', [{ field: name, code }]);
  return value;
}

function moment(parameters: Parameters, name: string): string | undefined {
  const value = text(parameters, name, /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/, 'notDateTime');
  if (value !== undefined && Number.isNaN(Date.parse(value)))
    throw new Refusal('invalid', [{ field: name, code: 'notDateTime' }]);
  return value;
}
