import type { JsonSchema } from '#kernel/field/type.ts';

/** One operation of the API, as far as it differs from the others. */
export interface Call {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With `{name}` for what varies. */
  readonly path: string;
  /** Its name in generated clients. */
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Names of shared parameters, or whole ones. */
  readonly parameters?: readonly (string | JsonSchema)[];
  readonly body?: JsonSchema;
  /** Of the body; JSON unless told. */
  readonly sends?: string;
  readonly status?: number;
  /** Of the answer; none for an answer without content. */
  readonly answer?: JsonSchema;
  /** Of the answer; JSON unless told. */
  readonly gives?: string | readonly string[];
  /** Statuses of refusals besides those that every call may meet. */
  readonly refuses?: readonly (400 | 401 | 403 | 404 | 409 | 413 | 422)[];
  /** Another protocol whose form refusals have; a problem document unless told. */
  readonly refusesAs?: 'scim';
  /** Needs no sign-in. */
  readonly open?: boolean;
}

/** Operations by path and method, as OpenAPI has them. */
export function pathsOf(calls: readonly Call[]): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const call of calls) paths[call.path] = { ...paths[call.path], [call.method]: operation(call) };
  return paths;
}

function operation(call: Call): object {
  const {
    id,
    tag,
    summary,
    description,
    body,
    sends = 'application/json',
    status = 200,
    open = false,
  } = call;
  const { answer, gives = 'application/json', refuses = [], refusesAs = '', parameters = [] } = call;
  const placed = [...call.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => `${name}Path`);
  // Of an address there may be nothing, whatever the call is.
  const always = [...(open ? [] : [401]), ...(placed.length > 0 ? [404] : []), 429, 503];
  const statuses = [...new Set([...always, ...refuses])].sort();
  const all = [...placed, ...parameters].map((parameter) =>
    typeof parameter === 'string' ? { $ref: `#/components/parameters/${parameter}` } : parameter,
  );
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(open && { security: [] }),
    ...(all.length > 0 && { parameters: all }),
    ...(body && { requestBody: { required: true, content: { [sends]: { schema: body } } } }),
    responses: {
      [status]: {
        description: answer === undefined ? 'Done.' : 'The answer.',
        ...(answer && {
          content: Object.fromEntries([gives].flat().map((type) => [type, { schema: answer }])),
        }),
      },
      ...Object.fromEntries(
        statuses.map((refused) => [refused, { $ref: `#/components/responses/${refusesAs}${refused}` }]),
      ),
    },
  };
}
