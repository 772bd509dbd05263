import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, type RefusalKind } from '#kernel/problem.ts';
import { problemText } from '../http/texts.ts';
import { readerLocale } from '../identity/routes/reader-locale.ts';

/** What RFC 7644 §3.12 calls a refusal. */
export class ScimError extends Error {
  readonly status: number;
  readonly scimType: string | undefined;

  constructor(status: number, message: string, scimType?: string) {
    super(message);
    this.name = 'ScimError';
    this.status = status;
    this.scimType = scimType;
  }
}

const statuses: Readonly<Record<RefusalKind, number>> = {
  ...{ invalid: 400, unauthenticated: 401, forbidden: 403, notFound: 404, conflict: 409 },
  ...{ tooLarge: 413, tooMany: 429, unavailable: 503 },
};

/** Error handler: answers as RFC 7644 wants it; a failure of our own is for the handler around this one. */
export function sendScimError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = asScimError(error, readerLocale(request.headers['accept-language']));
  if (known === undefined) throw error;
  const { status, scimType, message } = known;
  return reply
    .code(status)
    .type('application/scim+json')
    .send({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: String(status),
      ...(scimType !== undefined && { scimType }),
      detail: message,
    });
}

function asScimError(error: unknown, locale: 'en' | 'zh-CN'): ScimError | undefined {
  if (error instanceof ScimError) return error;
  if (error instanceof Refusal) {
    const { kind, complaints } = error;
    const taken = complaints.some(({ code }) => /taken|notUnique|exists/i.test(code));
    const said = complaints.map(
      ({ field, code, parameters = {} }) => `${field}: ${problemText(locale, code, parameters)}`,
    );
    const detail = said.join(' ') || problemText(locale, String(error.detail.code ?? kind), {});
    if (taken) return new ScimError(409, detail, 'uniqueness');
    return new ScimError(statuses[kind], detail, kind === 'invalid' ? 'invalidValue' : undefined);
  }
  const { statusCode = 500 } = (error ?? {}) as { statusCode?: number };
  return statusCode < 500 ? new ScimError(400, 'The request is not valid JSON.', 'invalidSyntax') : undefined;
}
