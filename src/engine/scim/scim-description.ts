import type { ScimResource } from './scim-resource.ts';

const messages = 'urn:ietf:params:scim:schemas:core:2.0';

/** What this side can do (RFC 7643 §5). */
export function serviceProviderConfig(base: string): object {
  return {
    schemas: [`${messages}:ServiceProviderConfig`],
    documentationUri: `${new URL(base).origin}/api/docs`,
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: 200 },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: true },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'API key',
        description: 'An API key of an administrator with the scope “scim”.',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
  };
}

export function resourceType({ name, endpoint, schema }: ScimResource, base: string): object {
  return {
    schemas: [`${messages}:ResourceType`],
    ...{ id: name, name, endpoint, schema },
    meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${name}` },
  };
}

interface Attribute {
  readonly name: string;
  readonly type?: string;
  readonly many?: boolean;
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly parts?: readonly string[];
}

const attributes: Readonly<Record<ScimResource['name'], readonly Attribute[]>> = {
  User: [
    { name: 'userName', required: true, unique: true },
    { name: 'displayName' },
    { name: 'name', type: 'complex', parts: ['formatted', 'givenName', 'familyName'] },
    { name: 'title' },
    { name: 'active', type: 'boolean' },
    { name: 'emails', type: 'complex', many: true, parts: ['value', 'type', 'primary'] },
    { name: 'phoneNumbers', type: 'complex', many: true, parts: ['value', 'type'] },
    { name: 'roles', type: 'complex', many: true, parts: ['value'] },
    { name: 'preferredLanguage' },
    { name: 'timezone' },
  ],
  Group: [
    { name: 'displayName', required: true, unique: true },
    { name: 'members', type: 'complex', many: true, parts: ['value', 'display'] },
  ],
};

/** The attributes of a resource (RFC 7643 §7). */
export function schemaOf({ name, schema }: ScimResource, base: string): object {
  return {
    schemas: [`${messages}:Schema`],
    ...{ id: schema, name, attributes: attributes[name].map(attribute) },
    meta: { resourceType: 'Schema', location: `${base}/Schemas/${schema}` },
  };
}

function attribute({
  name,
  type = 'string',
  many = false,
  required = false,
  unique = false,
  parts,
}: Attribute): object {
  return {
    ...{ name, type, multiValued: many, required, caseExact: false, mutability: 'readWrite' },
    ...{ returned: 'default', uniqueness: unique ? 'server' : 'none' },
    ...(parts && {
      subAttributes: parts.map((part) =>
        attribute({ name: part, type: part === 'primary' ? 'boolean' : 'string' }),
      ),
    }),
  };
}
