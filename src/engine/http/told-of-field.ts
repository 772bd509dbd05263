import type { Complaint } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { labelsOf } from './labels.ts';
import { problemText } from './texts.ts';

/** What is wrong with a value of a record, in the person's words, with the field it is about. */
export function toldOfField(
  { registry, actor: { locale } }: Context,
  objectName: string,
  { field, code, parameters }: Complaint,
): string {
  const text = problemText(locale, code, parameters ?? {}, registry.modules);
  const object = objectNamed(registry, objectName);
  if (!object.fields.has(field)) return text;
  return `${labelsOf(registry, locale).field(object, field)}${locale === 'en' ? ': ' : '：'}${text}`;
}
