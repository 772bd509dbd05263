import { build, buildHeader, hearOfBuild } from './build.ts';
import { hearOfMoment } from './moment.ts';
import { ProblemError, toProblem } from './problem.ts';

type Query = Readonly<Record<string, unknown>>;

interface RequestOptions {
  readonly query?: Query;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Leave a 401 to the caller instead of going to the sign-in page. */
  readonly quiet?: boolean;
  /** The page itself may have begun this: the answer is found again only if nothing is said besides what browsers say. */
  readonly begun?: boolean;
}

let signedOut: () => void = () => {};
let language = 'en';

/** What happens when the server no longer knows the session. */
export function onSignedOut(handler: () => void): void {
  signedOut = handler;
}

/** The language in which the server writes its messages. */
export function setRequestLanguage(locale: string): void {
  language = locale;
}

/** Writes a query string; objects become JSON, absent values disappear. */
export function toQueryString(query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    search.set(key, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
  const multipart = options.body instanceof FormData;
  const hasBody = options.body !== undefined;
  const response = await fetch(`/api/${path}${toQueryString(options.query)}`, {
    method,
    credentials: 'same-origin',
    headers: options.begun
      ? {}
      : {
          accept: 'application/json',
          'accept-language': language,
          [buildHeader]: build,
          ...(hasBody && !multipart ? { 'content-type': 'application/json' } : {}),
          ...options.headers,
        },
    body: hasBody ? (multipart ? (options.body as FormData) : JSON.stringify(options.body)) : null,
    signal: options.signal ?? null,
  });
  hearOfBuild(response);
  hearOfMoment(response);
  const body = await readBody(response);
  if (response.ok) return body as T;
  if (response.status === 401 && !options.quiet) signedOut();
  throw new ProblemError(toProblem(response.status, response.statusText, body));
}

async function readBody(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (response.status === 204) return undefined;
  return type.includes('json') ? response.json() : response.text();
}

/** The product's API. Paths are relative to `/api/`; a refusal throws a `ProblemError`. */
export const api = {
  get: <T>(path: string, options?: RequestOptions) => request<T>('GET', path, options),
  post: <T>(path: string, body: unknown = {}, options?: RequestOptions) =>
    request<T>('POST', path, { ...options, body }),
  patch: <T>(path: string, body: unknown, options?: RequestOptions) =>
    request<T>('PATCH', path, { ...options, body }),
  put: <T>(path: string, body: unknown, options?: RequestOptions) =>
    request<T>('PUT', path, { ...options, body }),
  delete: <T>(path: string, options?: RequestOptions) => request<T>('DELETE', path, options),
};
