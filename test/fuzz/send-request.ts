import type { Answer, Asking } from '#test/http/product.ts';
import type { DescribedRequest, Operation } from './described-request.ts';
import { multipart } from './multipart.ts';

/** Sends a request for an operation, its body in the form that is described. */
export function sendRequest(
  ask: Asking,
  { method, path, call }: Operation,
  { path: parts, query, headers, body }: DescribedRequest,
): Promise<Answer> {
  // An empty part of an address would make it another address.
  const part = (name: string) => encodeURIComponent((parts[name] || ' ').toWellFormed());
  const place = path.replaceAll(/\{(\w+)\}/g, (_, name) => part(name));
  const asked = new URLSearchParams(Object.entries(query)).toString();
  const url = asked === '' ? place : `${place}?${asked}`;
  const type = Object.keys(call.requestBody?.content ?? {})[0];
  if (type === undefined || body === undefined) return ask(method, url, undefined, headers);
  const { payload, exact } = written(type, body);
  return ask(method, url, payload, { ...headers, 'content-type': exact });
}

function written(type: string, body: unknown): { readonly payload: string; readonly exact: string } {
  switch (type) {
    case 'multipart/form-data':
      return multipart(body);
    case 'application/x-www-form-urlencoded': {
      const fields = Object.entries(Object(body)).map(([name, value]) => [name, String(value)]);
      return { payload: new URLSearchParams(fields).toString(), exact: type };
    }
    default:
      return { payload: JSON.stringify(body), exact: type };
  }
}
