import { ScimError } from './scim-error.ts';
import type { ScimBody, ScimResource } from './scim-resource.ts';

/** People as RFC 7643 §4.1 has them. The address is the user name. */
export const scimUser: ScimResource = {
  name: 'User',
  endpoint: '/Users',
  schema: 'urn:ietf:params:scim:schemas:core:2.0:User',
  select: [
    'name',
    'email',
    'title',
    'phone',
    'roles',
    'active',
    'locale',
    'timeZone',
    'createdAt',
    'updatedAt',
  ],
  filters: {
    ...{ id: 'id', username: 'email', 'emails.value': 'email', emails: 'email', displayname: 'name' },
    ...{ 'name.formatted': 'name', title: 'title', active: 'active', 'meta.lastmodified': 'updatedAt' },
  },
  show: ({ name, email, title, phone, roles, active, locale, timeZone }) => ({
    userName: email,
    displayName: name,
    name: { formatted: name },
    active,
    ...(email ? { emails: [{ value: email, type: 'work', primary: true }] } : {}),
    ...(phone ? { phoneNumbers: [{ value: phone, type: 'work' }] } : {}),
    ...(title ? { title } : {}),
    roles: ((roles ?? []) as string[]).map((value) => ({ value })),
    preferredLanguage: locale,
    timezone: timeZone,
  }),
  read(body) {
    const userName = textOf(body.userName);
    if (userName === undefined) throw new ScimError(400, 'userName is missing.', 'invalidValue');
    const email = (userName.includes('@') ? userName : primaryOf(body.emails))?.toLowerCase();
    const { active, preferredLanguage, timezone } = body;
    return {
      ...{ email, name: nameOf(body) ?? userName, title: textOf(body.title) ?? null },
      phone: primaryOf(body.phoneNumbers) ?? null,
      // Some providers send "True".
      active: active === undefined ? true : String(active).toLowerCase() !== 'false',
      ...(body.roles !== undefined && { roles: valuesOf(body.roles) }),
      ...(typeof preferredLanguage === 'string' && {
        locale: /^zh/i.test(preferredLanguage) ? 'zh-CN' : 'en',
      }),
      ...(typeof timezone === 'string' && { timeZone: timezone }),
    };
  },
};

/** A name as it is written: in Chinese the family name comes first, without a space. */
function nameOf({ displayName, name }: ScimBody): string | undefined {
  const { formatted, givenName, familyName } = (name ?? {}) as Readonly<Record<string, unknown>>;
  const [given, family] = [textOf(givenName), textOf(familyName)];
  const han = /\p{Script=Han}/u.test(`${given}${family}`);
  const composed = han ? `${family ?? ''}${given ?? ''}` : [given, family].filter(Boolean).join(' ');
  return textOf(displayName) ?? textOf(formatted) ?? (composed || undefined);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The values of a list of `{ value }`. */
export function valuesOf(list: unknown): readonly string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((each) => textOf(typeof each === 'string' ? each : each?.value) ?? []);
}

/** The primary value, or the first. */
function primaryOf(list: unknown): string | undefined {
  const primary = Array.isArray(list) ? list.filter((each) => each?.primary === true) : [];
  return valuesOf(primary)[0] ?? valuesOf(list)[0];
}
