import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type ScimPatchOperation, scimPatch } from 'scim-patch';
import { Refusal } from '#kernel/problem.ts';
import type { Identity } from '../identity/identity.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import type { Context } from '../records/context.ts';
import { resourceType, schemaOf, serviceProviderConfig } from './scim-description.ts';
import { ScimError, sendScimError } from './scim-error.ts';
import { readFilter } from './scim-filter.ts';
import { scimGroup } from './scim-group.ts';
import type { ScimBody, ScimResource } from './scim-resource.ts';
import {
  createOne,
  readOne,
  readPage,
  removeOne,
  replaceOne,
  type ScimWork,
  type Shown,
} from './scim-store.ts';
import { scimUser } from './scim-user.ts';

type ContextOf = (request: FastifyRequest) => Promise<Context>;

interface Params {
  readonly Params: { readonly id: string };
}

interface Listing {
  readonly Querystring: { readonly filter?: string; readonly startIndex?: string; readonly count?: string };
}

const resources = [scimUser, scimGroup] as const;
const listed = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

/** `/api/scim/v2`: another system enters people and groups, changes them and takes them away (RFC 7643, 7644). */
export function scimRoutes(identity: Identity, contextOf: ContextOf): FastifyPluginAsync {
  const base = `${identity.baseUrl}/api/scim/v2`;
  return async (app) => {
    app.setErrorHandler(sendScimError);
    app.addHook('onRoute', (route) => {
      route.config = { ...route.config, scope: 'scim' };
    });
    acceptScim(app);
    describe(app, base, contextOf);
    for (const resource of resources) serve(app, resource, base, identity, contextOf);
  };
}

/** Bodies are JSON under either name. */
function acceptScim(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/scim+json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, body as string, done);
  });
}

function describe(app: FastifyInstance, base: string, contextOf: ContextOf): void {
  const types = resources.map((resource) => resourceType(resource, base));
  const schemas = resources.map((resource) => schemaOf(resource, base));
  const list = (Resources: readonly object[]) => ({
    ...{ schemas: [listed], totalResults: Resources.length, itemsPerPage: Resources.length, startIndex: 1 },
    Resources,
  });
  const tell = (path: string, answer: object) =>
    app.get(path, async (request, reply) => {
      await contextOf(request);
      return reply.type('application/scim+json').send(answer);
    });
  tell('/ServiceProviderConfig', serviceProviderConfig(base));
  tell('/ResourceTypes', list(types));
  tell('/Schemas', list(schemas));
}

function serve(
  app: FastifyInstance,
  resource: ScimResource,
  base: string,
  identity: Identity,
  contextOf: ContextOf,
): void {
  const { endpoint } = resource;
  const one = `${endpoint}/:id`;

  const workOf = async (request: FastifyRequest): Promise<ScimWork> => {
    const context = await contextOf(request);
    if (!context.actor.unlimited) throw new Refusal('forbidden');
    const object = objectFor(resource, context);
    return { context, people: identity.people, resource, object, ip: addressOf(request) };
  };

  const show = ({ record, externalId }: Shown): ScimBody => ({
    schemas: [resource.schema],
    id: record.id,
    ...(externalId !== undefined && { externalId }),
    ...resource.show(record),
    meta: {
      ...{ resourceType: resource.name, created: record.createdAt, lastModified: record.updatedAt },
      ...{ location: `${base}${endpoint}/${record.id}`, version: `W/"${record.version}"` },
    },
  });

  const send = (reply: FastifyReply, shown: Shown, status = 200) =>
    reply
      .code(status)
      .type('application/scim+json')
      .headers({ etag: `W/"${shown.record.version}"`, location: `${base}${endpoint}/${shown.record.id}` })
      .send(show(shown));

  app.get<Listing>(endpoint, async (request, reply) => {
    const work = await workOf(request);
    const { filter, startIndex, count } = request.query;
    const start = Math.max(1, numberOf(startIndex, 1));
    const page = await readPage(work, readFilter(filter, resource.filters), start, numberOf(count, 100));
    return reply.type('application/scim+json').send({
      ...{ schemas: [listed], totalResults: page.total, startIndex: start, itemsPerPage: page.found.length },
      Resources: page.found.map(show),
    });
  });

  app.post(endpoint, async (request, reply) =>
    send(reply, await createOne(await workOf(request), bodyOf(request)), 201),
  );

  app.get<Params>(one, async (request, reply) => {
    const shown = await readOne(await workOf(request), request.params.id);
    if (request.headers['if-none-match'] === `W/"${shown.record.version}"`) return reply.code(304).send();
    return send(reply, shown);
  });

  app.put<Params>(one, async (request, reply) =>
    send(
      reply,
      await replaceOne(await workOf(request), request.params.id, bodyOf(request), versionIn(request)),
    ),
  );

  app.patch<Params>(one, async (request, reply) => {
    const work = await workOf(request);
    const present = show(await readOne(work, request.params.id));
    const changed = patched(present, bodyOf(request));
    return send(reply, await replaceOne(work, request.params.id, changed, versionIn(request)));
  });

  app.delete<Params>(one, async (request, reply) => {
    await removeOne(await workOf(request), request.params.id);
    return reply.code(204).send();
  });
}

/** People, or the object that says of itself that it is of those who work together. */
function objectFor({ name }: ScimResource, { registry }: Context): string {
  if (name === 'User') return registry.people;
  const group = [...registry.objects.values()].find(({ declaration }) => declaration.purpose === 'team');
  if (group === undefined) throw new Refusal('notFound');
  return group.name;
}

function bodyOf(request: FastifyRequest): ScimBody {
  const { body } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new ScimError(400, 'The request is not a JSON object.', 'invalidSyntax');
  return body as ScimBody;
}

/** The resource as operations leave it (RFC 7644 §3.5.2). */
function patched(present: ScimBody, { Operations: operations }: ScimBody): ScimBody {
  if (!Array.isArray(operations) || operations.length === 0)
    throw new ScimError(400, 'Operations are missing.', 'invalidSyntax');
  try {
    const resource = structuredClone(present) as unknown as Parameters<typeof scimPatch>[0];
    return { ...scimPatch(resource, operations as ScimPatchOperation[], { mutateDocument: true }) };
  } catch (error) {
    throw new ScimError(400, error instanceof Error ? error.message : String(error), 'invalidPath');
  }
}

function versionIn({ headers }: FastifyRequest): number | undefined {
  const [, version] = /^(?:W\/)?"(\d+)"$/.exec(headers['if-match'] ?? '') ?? [];
  return version === undefined ? undefined : Number(version);
}

function numberOf(text: string | undefined, fallback: number): number {
  const number = Number(text ?? fallback);
  if (!Number.isInteger(number)) throw new ScimError(400, `${text} is not a whole number.`, 'invalidValue');
  return number;
}
