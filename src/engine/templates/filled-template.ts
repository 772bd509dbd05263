import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { valueAt } from '#kernel/value-at.ts';
import { shownField } from '../access/rights.ts';
import { fieldNames, objectNames } from '../imports/field-names.ts';
import { plainHeading } from '../imports/heading.ts';
import { escapeHtml } from '../mail/escape-html.ts';
import { shownValue } from '../notifications/shown-value.ts';
import { callerOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { readRecord } from '../records/read.ts';

/** What is of no record. */
const given: Readonly<Record<string, readonly string[]>> = {
  today: ['today', '今天', '当前日期'],
  me: ['me', '我', '当前用户'],
};

const placeholder = /\{([^{}<>]{1,100})\}/g;

/**
 * Formatted text with what the record says in place of `{account}`, `{客户.行业}`, `{today}`: names of the API or labels in
 * any language, references followed by dots. What means nothing here, or is hidden from the actor, stays as it is, so
 * that whoever writes on sees it.
 */
export async function filledTemplate(
  context: Context,
  objectName: string,
  id: string,
  html: string,
): Promise<string> {
  const object = objectNamed(context.registry, objectName);
  const words = new Set([...html.matchAll(placeholder)].map(([, word = '']) => word));
  const paths = new Map(
    [...words].flatMap((word) => {
      const path = pathMeant(context, object, word);
      return path === undefined ? [] : [[word, path] as const];
    }),
  );
  const select = ['id', ...new Set(paths.values())].sort();
  const record = JSON.parse(await readRecord(context, objectName, id, select));
  return html.replace(placeholder, (whole, word: string) => {
    const path = paths.get(word);
    const value =
      path === undefined
        ? ofNoRecord(context, word)
        : shownValue(context, object, path, valueAt(record, path));
    return value === undefined ? whole : escapeHtml(value);
  });
}

function ofNoRecord(context: Context, word: string): string | undefined {
  const name = Object.keys(given).find((key) => given[key]?.includes(word.trim().toLowerCase()));
  if (name === 'me') return context.actor.name;
  if (name !== 'today') return undefined;
  const day = new Date(`${callerOf(context).today}T00:00:00Z`);
  return new Intl.DateTimeFormat(context.actor.locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(day);
}

/** The path that a placeholder means: it begins with a field, what the record is called, or what it refers to. */
function pathMeant(context: Context, object: ObjectModel, word: string): string | undefined {
  const parts = word.split(/[.．]/).map(plainHeading);
  const [first = '', ...rest] = parts;
  const itself = fieldCalled(context, object, first) === undefined && isCalled(context, object, first);
  const path = pathOf(context, object, itself ? (rest.length > 0 ? rest : ['name']) : parts);
  const known = path !== undefined && shownField(context.registry, object, path, context.actor);
  return known ? path : undefined;
}

function pathOf(context: Context, object: ObjectModel, parts: readonly string[]): string | undefined {
  const [part = '', ...rest] = parts;
  const name = fieldCalled(context, object, part) ?? referenceTo(context, object, part);
  if (name === undefined) return undefined;
  const target = targetOf(context, object, name);
  if (target === undefined) return rest.length > 0 ? undefined : name;
  const further = rest.length > 0 ? pathOf(context, target, rest) : target.declaration.nameField;
  return further && `${name}.${further}`;
}

function fieldCalled({ registry }: Context, object: ObjectModel, part: string): string | undefined {
  const called = [...fieldNames(registry, object)].find(([, names]) => names.includes(part));
  return called?.[0] ?? (part === 'name' ? object.declaration.nameField : undefined);
}

/** The first reference to an object that is called so. */
function referenceTo(context: Context, object: ObjectModel, part: string): string | undefined {
  return [...object.fields.keys()].find((name) => {
    const target = targetOf(context, object, name);
    return target !== undefined && isCalled(context, target, part);
  });
}

function targetOf({ registry }: Context, object: ObjectModel, name: string): ObjectModel | undefined {
  const field = object.fields.get(name);
  const refers = field?.type === 'reference' || field?.type === 'user';
  return refers && field.target !== undefined ? objectNamed(registry, field.target) : undefined;
}

function isCalled({ registry }: Context, object: ObjectModel, part: string): boolean {
  return objectNames(registry, object).includes(part);
}
