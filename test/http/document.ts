import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { JsonSchema } from '#kernel/field/type.ts';

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedCall>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, DescribedSchema>> };
}

export interface DescribedCall {
  readonly operationId: string;
  readonly parameters?: readonly JsonSchema[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly responses: Readonly<Record<string, DescribedAnswer | { readonly $ref: string }>>;
}

interface DescribedAnswer {
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

export interface DescribedSchema {
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, DescribedSchema>>;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly anyOf?: readonly DescribedSchema[];
}

/** Complains about answers that are not as the document describes them. */
export function answerChecker(document: Document) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(document, 'api');
  return (
    method: string,
    path: string,
    answer: { status: number; body: unknown; headers: object },
  ): string[] => {
    const { status, body } = answer;
    const what = `${method} ${path} ${status}`;
    const at = ['paths', path, method.toLowerCase(), 'responses', String(status)];
    const described = document.paths[path]?.[method.toLowerCase()]?.responses[status];
    if (described === undefined) return [`${what} is not described: ${JSON.stringify(body)}`];
    const [place, { content }] = followed(document, described, at);
    if (content === undefined) return body === '' ? [] : [`${what} has a body`];
    const type = String((answer.headers as Record<string, unknown>)['content-type']).split(';')[0] ?? '';
    const expected = Object.keys(content).find((one) => one === type || one === '*/*');
    if (expected === undefined) return [`${what} is sent as ${type}`];
    if (!type.endsWith('json')) return [];
    const key = `api#/${pointer(...place, 'content', expected, 'schema')}`;
    const validate = ajv.getSchema(key) ?? ajv.compile({ $ref: key });
    if (validate(body)) return [];
    return [`${what}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 1500)}`];
  };
}

/** An answer that is described, and where: beside the call, or once for all calls. */
function followed(
  document: Document,
  described: DescribedAnswer | { readonly $ref: string },
  at: readonly string[],
): readonly [place: readonly string[], DescribedAnswer] {
  if (!('$ref' in described)) return [at, described];
  const place = described.$ref.replace('#/', '').split('/');
  const found = place.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], document);
  return [place, found as DescribedAnswer];
}

function pointer(...parts: readonly string[]): string {
  return parts
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .map(encodeURIComponent)
    .join('/');
}
