import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedCall>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, DescribedSchema>> };
}

interface DescribedCall {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, unknown>>;
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
  const pointer = (...parts: readonly string[]) =>
    parts
      .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
      .map(encodeURIComponent)
      .join('/');
  return (
    method: string,
    path: string,
    answer: { status: number; body: unknown; headers: object },
  ): string[] => {
    const call = document.paths[path]?.[method.toLowerCase()];
    const described = call?.responses[answer.status];
    const what = `${method} ${path} ${answer.status}`;
    if (described === undefined) return [`${what} is not described: ${JSON.stringify(answer.body)}`];
    if (answer.status === 204) return answer.body === '' ? [] : [`${what} has a body`];
    const schema =
      answer.status >= 400
        ? 'api#/components/schemas/Problem'
        : `api#/${pointer('paths', path, method.toLowerCase(), 'responses', String(answer.status), 'content', 'application/json', 'schema')}`;
    const type = String((answer.headers as Record<string, unknown>)['content-type']);
    const expected = answer.status >= 400 ? 'application/problem+json' : 'application/json';
    const wrongType = type.startsWith(expected) ? [] : [`${what} is sent as ${type}`];
    const validate = ajv.compile({ $ref: schema });
    if (validate(answer.body)) return wrongType;
    return [
      ...wrongType,
      `${what}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(answer.body).slice(0, 1500)}`,
    ];
  };
}
