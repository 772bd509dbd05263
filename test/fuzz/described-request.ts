import fc from 'fast-check';
import type { JsonSchema } from '#kernel/field/type.ts';
import type { DescribedCall, Document } from '#test/http/document.ts';
import { hostileText, hostileValue } from '#test/http/hostile-values.ts';
import { describedValue, type Look } from './described-value.ts';
import { knownId } from './known-ids.ts';
import { spoilt } from './spoilt.ts';

/** One operation of the API's description. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly call: DescribedCall;
}

/** What is to be sent, with marks for ids. */
export interface DescribedRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export function operationsOf({ paths }: Document): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, calls]) =>
    Object.entries(calls).map(([method, call]) => ({
      method: method.toUpperCase() as Operation['method'],
      path,
      call,
    })),
  );
}

/** Requests for an operation: as described, with one thing wrong, and hostile. */
export function describedRequest(operation: Operation, document: Document): fc.Arbitrary<DescribedRequest> {
  const { fitting, wrong, hostile } = partsOf(operation, document);
  const oneWrong = (Object.keys(fitting) as (keyof DescribedRequest)[]).map((part) =>
    fc.record({ ...fitting, [part]: wrong[part] }),
  );
  return fc.oneof(
    { weight: 5, arbitrary: fc.record(fitting) },
    { weight: 4, arbitrary: fc.oneof(...oneWrong) },
    { weight: 1, arbitrary: fc.record(hostile) },
  ) as fc.Arbitrary<DescribedRequest>;
}

/** Requests for an operation that are as it is described. */
export function fittingRequest(operation: Operation, document: Document): fc.Arbitrary<DescribedRequest> {
  return fc.record(partsOf(operation, document).fitting) as fc.Arbitrary<DescribedRequest>;
}

type Parts = Record<keyof DescribedRequest, fc.Arbitrary<unknown>>;

function partsOf(
  { path, call }: Operation,
  document: Document,
): Record<'fitting' | 'wrong' | 'hostile', Parts> {
  const look: Look = (reference) => resolve(document, reference);
  const all = (call.parameters ?? []).map(
    (given) => (typeof given.$ref === 'string' ? look(given.$ref) : given) as unknown as Parameter,
  );
  const content = Object.values(call.requestBody?.content ?? {})[0];
  const body = content && describedValue(content.schema, look);
  const places = (value: (parameter: Parameter) => fc.Arbitrary<unknown>) => ({
    path: located('path', all, value),
    query: located('query', all, value),
    headers: located('header', all, value),
  });
  const wrongOne = (parameter: Parameter) => (parameter.in === 'header' ? headerText : hostileText);
  const wrong = places(wrongOne);
  return {
    fitting: {
      ...places((parameter) => fittingParameter(parameter, path, look)),
      body: body ?? fc.constant(undefined),
    },
    wrong: { ...wrong, body: body === undefined ? fc.constant(undefined) : spoilt(body) },
    hostile: { ...wrong, body: body === undefined ? fc.constant(undefined) : hostileValue },
  };
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

const headerText = fc.string({ minLength: 1, maxLength: 300 }).map((text) => text.trim() || '-');

/** Parameters of one place, those that are not required a third of the times. */
function located(
  place: Parameter['in'],
  parameters: readonly Parameter[],
  value: (parameter: Parameter) => fc.Arbitrary<unknown>,
): fc.Arbitrary<Record<string, unknown>> {
  const given = parameters
    .filter((parameter) => parameter.in === place)
    .map((parameter) => {
      const present = value(parameter);
      const may = fc.oneof(fc.constant(undefined), fc.constant(undefined), present);
      return [parameter.name, parameter.required ? present : may] as const;
    });
  return fc
    .record(Object.fromEntries(given))
    .map((values) => Object.fromEntries(Object.entries(values).filter(([, one]) => one !== undefined)));
}

function fittingParameter(
  { name, in: place, schema }: Parameter,
  path: string,
  look: Look,
): fc.Arbitrary<string> {
  if (place === 'path' && schema.format === 'uuid')
    return fc.nat(20).map((index) => knownId(kindOf(path, name), index));
  // The same key with another request would be refused.
  if (place === 'header') return fc.uuid();
  const examples = schema.examples as readonly string[] | undefined;
  return examples === undefined ? describedValue(schema, look).map(String) : fc.constantFrom(...examples);
}

/** What the id in a path is of: the object of records, people, or what the path lists. */
export function kindOf(path: string, name: string): string {
  const [, before = ''] = new RegExp(`([\\w-]+)/\\{${name}\\}`).exec(path) ?? [];
  return { people: 'user', Users: 'user', Groups: 'team' }[before] ?? before;
}

function resolve(document: Document, reference: string): JsonSchema {
  return reference
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document) as JsonSchema;
}
