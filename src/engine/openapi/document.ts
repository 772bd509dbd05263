import type { Registry } from '#kernel/registry.ts';
import { labelsOf } from '../http/labels.ts';
import type { Locale } from '../http/texts.ts';
import { accessCalls } from './access-calls.ts';
import { actionCall } from './action-calls.ts';
import { administrationCalls, companySchema } from './administration-calls.ts';
import { auditCalls, auditEntrySchema } from './audit-calls.ts';
import { pathsOf } from './call.ts';
import { duplicateCalls } from './duplicate-calls.ts';
import { fieldCalls } from './field-calls.ts';
import { generalCalls } from './general-calls.ts';
import { importCalls, importSchema } from './import-calls.ts';
import { notificationCalls, notificationSchema, notificationSettingsSchema } from './notification-calls.ts';
import { objectSchemas } from './object-schemas.ts';
import { operationCalls } from './operation-calls.ts';
import { phrasesIn } from './phrases.ts';
import { privacyCalls } from './privacy-calls.ts';
import { providerCalls } from './provider-calls.ts';
import { publicFormCalls } from './public-form-calls.ts';
import { recordCalls } from './record-calls.ts';
import { scimCalls } from './scim-calls.ts';
import { secondStepCalls } from './second-step-calls.ts';
import { sharedParameters } from './shared-parameters.ts';
import { sharedSchemas } from './shared-schemas.ts';
import { signInCalls } from './sign-in-calls.ts';

export interface DocumentOptions {
  readonly registry: Registry;
  readonly locale: Locale;
  /** Of the product. */
  readonly version: string;
  readonly sessionCookie: string;
}

/** The whole API as an OpenAPI 3.1 document, in one language. */
export function openApiDocument({ registry, locale, version, sessionCookie }: DocumentOptions) {
  const say = phrasesIn(locale);
  const labels = labelsOf(registry, locale);
  const objects = [...registry.objects.values()];
  const calls = [
    ...objects.flatMap((object) => [
      ...recordCalls(object, labels, say),
      ...[...registry.actions.values()]
        .filter((action) => action.object === object.qualified)
        .map((action) => actionCall(registry, action, labels, say)),
      ...accessCalls(object, labels, say),
      ...(object.declaration.personal?.same ? privacyCalls(object, labels, say) : []),
      ...(object.declaration.duplicates.length === 0 ? [] : duplicateCalls(object, labels, say)),
    ]),
    ...[...registry.actions.values()]
      .filter((action) => action.object === undefined)
      .map((action) => actionCall(registry, action, labels, say)),
    ...importCalls(say),
    ...generalCalls(say),
    ...signInCalls(say),
    ...secondStepCalls(say),
    ...providerCalls(say),
    ...scimCalls(say),
    ...notificationCalls(say),
    ...publicFormCalls(say),
    ...administrationCalls(say),
    ...auditCalls(say),
    ...fieldCalls(say),
    ...operationCalls(say),
  ];
  const refused = (status: number, kind: Parameters<typeof say>[0]) => [
    status,
    {
      description: say(kind),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ];
  return {
    openapi: '3.1.0',
    info: {
      title: 'Guanxi',
      version,
      summary: say('summary'),
      description: say('introduction'),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ apiKey: [] }, { session: [] }],
    tags: [...new Set(calls.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: pathsOf(calls),
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: say('apiKeyScheme') },
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie, description: say('sessionScheme') },
      },
      parameters: sharedParameters(say),
      schemas: {
        ...Object.assign({}, ...objects.map((object) => objectSchemas(object, labels))),
        ...sharedSchemas,
        Import: importSchema,
        Company: companySchema,
        AuditEntry: auditEntrySchema,
        Notification: notificationSchema,
        NotificationSettings: notificationSettingsSchema,
      },
      responses: Object.fromEntries([
        refused(401, 'unauthenticated'),
        refused(403, 'forbidden'),
        refused(404, 'notFound'),
        refused(409, 'conflict'),
        refused(413, 'tooLarge'),
        refused(422, 'invalid'),
        refused(429, 'tooMany'),
      ]),
    },
  };
}
