import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import { type ActionRequest, runAction } from '../actions/run-action.ts';
import type { Context } from '../records/context.ts';
import { once } from './idempotency.ts';

type Request = FastifyRequest<{ Params: { action: string }; Body: unknown }>;

/** `POST /api/actions/{module}.{action}` with `{"id" or "ids", "version"?, "input"?, "preview"?}`, for every verb alike. */
export function actionRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  app.post('/api/actions/:action', async (request: Request, reply) =>
    once(request, reply, await contextOf(request), async (context) => {
      const result = await runAction(context, request.params.action, actionRequest(request.body));
      return { status: 200, body: JSON.stringify(result) };
    }),
  );
}

function actionRequest(body: unknown): ActionRequest {
  const given = body ?? {};
  if (typeof given !== 'object' || Array.isArray(given))
    throw new Refusal('invalid', [{ field: '', code: 'notARecord' }]);
  const { id, ids, version, input, preview } = given as Record<string, unknown>;
  const complaints: Complaint[] = [];
  if (id !== undefined && typeof id !== 'string') complaints.push({ field: 'id', code: 'notAnId' });
  if (ids !== undefined && !(Array.isArray(ids) && ids.every((one) => typeof one === 'string')))
    complaints.push({ field: 'ids', code: 'notAList' });
  if (version !== undefined && version !== null && !Number.isSafeInteger(version))
    complaints.push({ field: 'version', code: 'notNumber' });
  if (preview !== undefined && typeof preview !== 'boolean')
    complaints.push({ field: 'preview', code: 'notBoolean' });
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  return {
    ...(typeof id === 'string' && { id }),
    ...(Array.isArray(ids) && { ids: ids as readonly string[] }),
    ...(typeof version === 'number' && { version }),
    ...(preview === true && { preview }),
    input,
  };
}
