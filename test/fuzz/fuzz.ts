import { shapingObjects } from '#engine/run-time/shaping-objects.ts';
import { answerChecker, type Document } from '#test/http/document.ts';
import type { Answer, Product } from '#test/http/product.ts';
import { callersOf } from './callers.ts';
import { kindOf, type Operation, operationsOf } from './described-request.ts';
import { KnownIds } from './known-ids.ts';
import { type PlannedRequest, planRequests } from './plan-requests.ts';
import { sendRequest } from './send-request.ts';
import { watchWrites } from './written-rows.ts';

export interface Fuzz {
  readonly product: Product;
  readonly seed: number;
  /** Requests for each operation; of as many operations as a part of one says. */
  readonly each: number;
  /** Which operations; all unless told. */
  readonly chosen?: (operation: Operation) => boolean;
}

export interface FuzzOutcome {
  readonly operations: number;
  readonly requests: number;
  /** Requests by the hundred of their status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Operations that did at least once what they are for. */
  readonly succeeded: number;
  readonly faults: readonly string[];
}

/** An answer that never ends; and a trial restore, which does not know the triggers by which we watch. */
const apart = new Set(['listen', 'beginDrill']);

/**
 * Sends requests made from the API's own description – as described, with one thing wrong, hostile – and finds fault with
 * failures of the server's own, with answers that are not as described, and with refusals that have written something.
 */
export async function fuzz({ product, seed, each, chosen = () => true }: Fuzz): Promise<FuzzOutcome> {
  const callers = await callersOf(product);
  const describe = async (): Promise<Document> =>
    (await callers.of('', 'administrator')('GET', '/api/openapi.json')).body;
  const document = await describe();
  let faultsOf = answerChecker(document);
  const known = await knownFromTheStart(product);
  const writes = await watchWrites(product.pool);
  const operations = operationsOf(document).filter((one) => !apart.has(one.call.operationId) && chosen(one));
  const requests = planRequests(operations, document, { seed, each });
  const succeeded = new Set<string>();
  const statuses: Record<string, number> = {};
  const faults: string[] = [];

  async function send({ operation, request, who }: PlannedRequest): Promise<readonly string[]> {
    const { method, path, call } = operation;
    const ask = () => sendRequest(callers.of(path, who), operation, request).catch(brokenOff);
    await writes.forget();
    const answer = await ask();
    const { status, body } = answer;
    const hundred = `${Math.floor(status / 100)}xx`;
    statuses[hundred] = (statuses[hundred] ?? 0) + 1;
    const found = faultsOf(method, path, answer);
    if (status >= 500) found.push(`failed: ${JSON.stringify(body)}`);
    if (status >= 400) {
      const written = await writes.by(async () => (await ask()).status >= 400);
      if (written.length > 0) found.push(`refused with ${status}, and wrote ${written}`);
      return found;
    }
    succeeded.add(call.operationId);
    learn(known, operation, answer);
    // A field that was added, or a type of records, is described from now on.
    if (shapesRecords(product, path)) faultsOf = answerChecker(await describe());
    if (method !== 'GET' && !(await callers.comeBack())) throw new Error('The administrator is shut out.');
    return found;
  }

  for (const [turn, planned] of requests.entries()) {
    const filled = { ...planned, request: known.fill(planned.request) };
    const what = `seed ${seed}, request ${turn}: ${planned.operation.call.operationId} ${JSON.stringify(filled.request)}`;
    const found = await send(filled).catch((error: Error) => [`${error.stack}`]);
    faults.push(...found.map((fault) => `${what}\n    ${fault}`));
  }
  return {
    ...{ operations: operations.length, requests: requests.length, statuses },
    ...{ succeeded: succeeded.size, faults },
  };
}

async function knownFromTheStart({ ask, registry }: Product): Promise<KnownIds> {
  const known = new KnownIds();
  const { id: me } = (await ask('GET', '/api/me')).body;
  for (const name of registry.objects.keys()) {
    const { body } = await ask('GET', `/api/records/${name}?limit=20`);
    // Who asks does not change himself: he would soon not be let in any more.
    for (const { id } of body.records) if (id !== me) known.learn(name, id);
  }
  return known;
}

/** Notes the ids that an answer gives. */
function learn(known: KnownIds, { path }: Operation, { body }: Answer): void {
  if (typeof body !== 'object' || body === null) return;
  const last = path.split('/').at(-1) ?? '';
  for (const { object, id } of Array.isArray(body.records) ? body.records : [])
    known.learn(object ?? last, id);
  known.learn(kindOf(`${path}/{id}`, 'id'), body.id);
  const [list] = Object.values(body).filter(Array.isArray);
  if (list !== undefined && !path.startsWith('/api/records'))
    for (const one of list) known.learn(last, one?.id);
}

function shapesRecords({ registry }: Product, path: string): boolean {
  const [, name = ''] = /^\/api\/records\/(\w+)/.exec(path) ?? [];
  return /^\/api\/(fields|objects|configuration)/.test(path) || shapingObjects(registry).includes(name);
}

/** What an answer comes to that ends before it is whole. */
function brokenOff(error: Error): Answer {
  return { status: 599, body: error.message, headers: {} };
}
