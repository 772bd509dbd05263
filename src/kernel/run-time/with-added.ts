import type { Texts } from '../module.ts';
import type { Inverse, ObjectModel } from '../registry.ts';
import type { Views } from '../view.ts';
import type { AddedField } from './added-field.ts';
import { addedTexts } from './added-texts.ts';
import { companysModule } from './companys-module.ts';
import type { FieldDefinition } from './field-definition.ts';

/** An object with the fields that a company adds to it, and with what points to it from those. */
export function withAdded(
  object: ObjectModel,
  added: readonly AddedField[],
  inverses: readonly Inverse[],
): ObjectModel {
  const fields = added.map(({ name, field }) => [name, field] as const);
  const definitions = added.map(({ definition }) => definition);
  return {
    ...object,
    fields: new Map([...object.fields, ...fields]),
    allFields: new Map([...object.allFields, ...fields]),
    views: sectioned(object, definitions),
    texts: texts(object, definitions),
    inverses: [
      ...object.inverses,
      ...inverses.map(({ object: from, field, name }) => ({ object: from, field, name })),
    ],
  };
}

/**
 * Puts each field into the section of the record page that its definition names, else into one at the end; among its
 * first fields where the object is the company's own.
 */
function sectioned(
  { views, module }: ObjectModel,
  definitions: readonly FieldDefinition[],
): Views | undefined {
  const usual = module === companysModule ? 'details' : 'more';
  if (views?.page?.sections === undefined) return views;
  const sections: Record<string, readonly string[]> = { ...views.page.sections };
  for (const { name, section } of definitions) {
    const place = section ?? usual;
    sections[place] = [...(sections[place] ?? []), name ?? ''];
  }
  return { ...views, page: { ...views.page, sections: sections as never } };
}

function texts(
  object: ObjectModel,
  definitions: readonly FieldDefinition[],
): NonNullable<ObjectModel['texts']> {
  const own = (locale: 'en' | 'zh-CN') =>
    merged(object.texts?.[locale] ?? {}, addedTexts(definitions, locale));
  return { en: own('en'), 'zh-CN': own('zh-CN') };
}

/** Both, group by group; objects' own texts and those of additions never say the same thing. */
function merged(one: Texts, other: Texts): Texts {
  return Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [
      key,
      isGroup(one[key]) && isGroup(other[key])
        ? { ...one[key], ...other[key] }
        : ((other[key] ?? one[key]) as Texts),
    ]),
  );
}

function isGroup(text: Texts[string] | undefined): text is Texts {
  return typeof text === 'object' && !Array.isArray(text);
}
