import type { Registry } from '#kernel/registry.ts';
import { labelsOf } from '../http/labels.ts';
import type { Locale } from '../http/texts.ts';
import { accessCalls } from './access-calls.ts';
import { actionCall } from './action-calls.ts';
import { administrationCalls, companySchema } from './administration-calls.ts';
import { auditCalls, auditEntrySchema } from './audit-calls.ts';
import { bulkCalls, bulkSchema } from './bulk-calls.ts';
import { calendarFeedCalls } from './calendar-feed-calls.ts';
import { calendarSyncCalls } from './calendar-sync-calls.ts';
import { pathsOf } from './call.ts';
import { configurationCalls } from './configuration-calls.ts';
import { duplicateCalls } from './duplicate-calls.ts';
import { duplicateQueueCalls, duplicateReviewCalls } from './duplicate-review-calls.ts';
import { fieldCalls } from './field-calls.ts';
import { firstStepCalls } from './first-step-calls.ts';
import { generalCalls } from './general-calls.ts';
import { importCalls, importSchema } from './import-calls.ts';
import { lookCalls } from './look-calls.ts';
import { notificationCalls, notificationSchema, notificationSettingsSchema } from './notification-calls.ts';
import { objectSchemas } from './object-schemas.ts';
import { occurrenceCalls } from './occurrence-calls.ts';
import { operationCalls } from './operation-calls.ts';
import { type PhraseName, type Phrases, phrasesIn } from './phrases.ts';
import { placeCalls } from './place-calls.ts';
import { privacyCalls, retentionCalls } from './privacy-calls.ts';
import { providerCalls } from './provider-calls.ts';
import { publicFormCalls } from './public-form-calls.ts';
import { recordCalls } from './record-calls.ts';
import { registerCalls } from './register-calls.ts';
import { reportCalls } from './report-calls.ts';
import { safeguardCalls } from './safeguard-calls.ts';
import { scimCalls } from './scim-calls.ts';
import { secondStepCalls } from './second-step-calls.ts';
import { sharedParameters } from './shared-parameters.ts';
import { sharedSchemas } from './shared-schemas.ts';
import { signInCalls } from './sign-in-calls.ts';
import { viewLinkCalls } from './view-link-calls.ts';
import { webhookCalls, webhooksTold } from './webhook-calls.ts';
import { workspaceCalls } from './workspace-calls.ts';

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
      ...occurrenceCalls(registry, object, labels, say),
      ...accessCalls(object, labels, say),
      ...(object.declaration.personal?.same ? privacyCalls(object, labels, say) : []),
      ...(object.declaration.purpose === 'retention' ? retentionCalls(object, labels, say) : []),
      ...(object.duplicates.length === 0
        ? []
        : [...duplicateCalls(object, labels, say), ...duplicateReviewCalls(object, labels, say)]),
    ]),
    ...[...registry.actions.values()]
      .filter((action) => action.object === undefined)
      .map((action) => actionCall(registry, action, labels, say)),
    ...importCalls(say),
    ...bulkCalls(say),
    ...reportCalls(say),
    ...duplicateQueueCalls(say),
    ...generalCalls(say),
    ...signInCalls(say),
    ...secondStepCalls(say),
    ...providerCalls(say),
    ...scimCalls(say),
    ...notificationCalls(say),
    ...firstStepCalls(say),
    ...lookCalls(say),
    ...placeCalls(say),
    ...calendarFeedCalls(say),
    ...calendarSyncCalls(say),
    ...publicFormCalls(say),
    ...viewLinkCalls(say),
    ...administrationCalls(say),
    ...auditCalls(say),
    ...registerCalls(say),
    ...safeguardCalls(say),
    ...fieldCalls(say),
    ...operationCalls(say),
    ...webhookCalls(say),
    ...workspaceCalls(say),
    ...configurationCalls(say),
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
    webhooks: webhooksTold(objects, labels, say),
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
        Bulk: bulkSchema,
        Company: companySchema,
        AuditEntry: auditEntrySchema,
        Notification: notificationSchema,
        NotificationSettings: notificationSettingsSchema,
      },
      responses: { ...refusals(say), ...refusals(say, 'scim') },
    },
  };
}

/** What calls that are refused answer, by status; those of another protocol in its own form, under its name. */
function refusals(say: Phrases, protocol: '' | 'scim' = ''): Record<string, object> {
  const inForm = (schema: string) => ({ schema: { $ref: `#/components/schemas/${schema}` } });
  const content = {
    ...(protocol === 'scim' && { 'application/scim+json': inForm('ScimError') }),
    // Also for another protocol: what is refused before it is read.
    'application/problem+json': inForm('Problem'),
  };
  return Object.fromEntries(
    refusalKinds.map(([status, kind]) => [`${protocol}${status}`, { description: say(kind), content }]),
  );
}

const refusalKinds: readonly (readonly [status: number, kind: PhraseName])[] = [
  [400, 'invalid'],
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [409, 'conflict'],
  [413, 'tooLarge'],
  [422, 'invalid'],
  [429, 'tooMany'],
  [503, 'unavailable'],
];
