import type { Field } from '#kernel/field/field.ts';
import { isErasable } from '#kernel/personal.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { columnsOf } from '../fields/columns.ts';
import { quoted } from '../sql/fragment.ts';

/** The columns of a record that are masked, each with what stands in it afterwards. */
export type Masks = ReadonlyMap<string, string>;

/** What becomes of each field of an object in an anonymised copy; what is not named stays as it is. */
export function masksOf(registry: Registry, object: ObjectModel): Masks {
  const masks = new Map<string, string>();
  for (const [name, field] of object.fields) {
    // What is sealed is opened by a key that the copy has not.
    if (field.sealed) for (const column of columnsOf(name, field)) masks.set(column.name, 'null');
    if (field.sealed) continue;
    const mask = maskOf(registry, object, name, field);
    if (mask !== undefined) masks.set(name, mask);
  }
  return masks;
}

function maskOf(registry: Registry, object: ObjectModel, name: string, field: Field): string | undefined {
  if (columnsOf(name, field).length === 0) return undefined;
  const column = quoted(name);
  const about = isAbout(registry, object);
  switch (field.type) {
    case 'email':
      return `pg_temp.mask_email(${column})`;
    case 'phone':
      return `pg_temp.mask_phone(${column})`;
    case 'address':
      return `case when ${column} is not null then jsonb_strip_nulls(jsonb_build_object('country', ${column} -> 'country', 'region', ${column} -> 'region', 'city', ${column} -> 'city')) end`;
    case 'file':
    case 'location':
      return 'null';
    case 'longText':
    case 'richText':
      return isOwn(registry, object) ? undefined : emptied(field);
    case 'url':
      return about ? `'https://' || pg_temp.digest_of(${column}) || '.example'` : undefined;
    case 'json':
      return about ? emptied(field) : undefined;
    case 'date':
      return field.personal === undefined ? undefined : `pg_temp.mask_day(${column})::date`;
    case 'text': {
      const part =
        object.name === registry.people && name === object.declaration.nameField
          ? 'full'
          : (object.declaration.personal?.names as Readonly<Record<string, string>> | undefined)?.[name];
      if (part !== undefined) return `pg_temp.mask_${part}(${column})`;
      if ((!about && field.personal === undefined) || isOwnWord(registry, object, name)) return undefined;
      return field.unique ? `'x' || pg_temp.digest_of(${column})` : `pg_temp.mask_text(${column})`;
    }
    default:
      return undefined;
  }
}

/** A text that must not be empty says which record it is. */
function emptied(field: Field): string {
  return field.required === true ? `'#' || right(id::text, 8)` : 'null';
}

/** Whether the object is people, tells of them or belongs to them: then its texts do too. */
function isAbout(registry: Registry, object: ObjectModel): boolean {
  const tells = (name: string | undefined) =>
    name !== undefined && isErasable(registry.objects.get(name)?.declaration ?? {});
  if (isErasable(object.declaration)) return true;
  for (const { type, target, targets } of object.fields.values())
    if (tells(target) || (targets ?? []).some(tells) || (type === 'regarding' && targets === undefined))
      return true;
  return object.inverses.some((inverse) => tells(inverse.object));
}

/** Whether the engine itself works by the records: what stands in them are rules and definitions. */
function isOwn(registry: Registry, object: ObjectModel): boolean {
  return [...registry.purposes.values()].includes(object) && !isErasable(object.declaration);
}

/** Of the people who work here, what the server reads, such as a time zone. */
function isOwnWord(registry: Registry, object: ObjectModel, name: string): boolean {
  return isOwn(registry, object) || (object.name === registry.people && name === 'timeZone');
}
