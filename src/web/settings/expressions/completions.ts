import { textFunctions } from '#kernel/expression/text/functions.ts';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';

/** Something that may be written at a place of an expression. */
export interface Completion {
  /** What it says, in place of the text from `from` to the caret. */
  readonly insert: string;
  readonly from: number;
  readonly label: string;
  readonly kind: 'field' | 'function' | 'choice';
  /** A field's type or, of a function, its name in the language. */
  readonly detail: string;
}

const most = 8;
const unreadable: ReadonlySet<string> = new Set(['address', 'location', 'file', 'json', 'recurrence']);

interface Place {
  readonly objects: readonly ObjectMeta[];
  readonly object: ObjectMeta;
  readonly text: string;
  readonly caret: number;
  /** What a function is called to the reader. */
  functionLabel(name: string): string;
}

/** What could be meant by the word before the caret: fields, also those of records that are referred to, choices, functions. */
export function completionsAt(place: Place): readonly Completion[] {
  const before = place.text.slice(0, place.caret);
  if (quoted(before)) return choicesAt(place, before);
  const word = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(before)?.[0] ?? '';
  if (word === '') return [];
  const dot = word.lastIndexOf('.');
  const [path, part] = [word.slice(0, Math.max(0, dot)), word.slice(dot + 1).toLowerCase()];
  const holder = path === '' ? place.object : objectAt(place, path);
  const fields = fieldsOf(holder)
    .filter(({ name, label }) => meant([name, label], part))
    .map(
      ({ name, label, type, result }): Completion => ({
        ...{ insert: path === '' ? name : `${path}.${name}`, from: place.caret - word.length },
        ...{ label, kind: 'field', detail: result ?? type },
      }),
    );
  const functions = textFunctions
    .filter(({ name, chinese }) => path === '' && meant([name, chinese, place.functionLabel(name)], part))
    .map(
      ({ name, inputs }): Completion => ({
        ...{ insert: `${name}(${inputs.length === 0 ? ')' : ''}`, from: place.caret - word.length },
        ...{ label: place.functionLabel(name), kind: 'function', detail: name },
      }),
    );
  const found = [...fields, ...functions].filter(({ insert }) => insert !== word);
  return found.sort((one, other) => rank(other, part) - rank(one, part)).slice(0, most);
}

/** The object that a path of references leads to. */
function objectAt({ objects, object }: Place, path: string): ObjectMeta | undefined {
  return path.split('.').reduce<ObjectMeta | undefined>((holder, name) => {
    const field = holder?.fields.find((one) => one.name === name);
    const follows = field?.type === 'reference' || field?.type === 'user';
    return follows ? objects.find((one) => one.name === field.targets?.[0]) : undefined;
  }, object);
}

/** The fields of an object that expressions can read. */
export function fieldsOf(object: ObjectMeta | undefined): readonly FieldMeta[] {
  return (object?.fields ?? []).filter(
    ({ type, result, sealed }) => sealed !== true && !unreadable.has(result ?? type),
  );
}

/** Between quotation marks after `field =` the values that the field can have. */
function choicesAt(place: Place, before: string): readonly Completion[] {
  const [, path = '', part = ''] =
    /([\p{L}_][\p{L}\p{N}_.]*)\s*(?:!?=|in\s*\([^)]*|,)\s*["“]([^"”]*)$/u.exec(before) ?? [];
  const dot = path.lastIndexOf('.');
  const holder = dot < 0 ? place.object : objectAt(place, path.slice(0, dot));
  const choices = holder?.fields.find(({ name }) => name === path.slice(dot + 1))?.choices ?? [];
  return choices
    .filter(({ value, label }) => meant([value, label], part.toLowerCase()))
    .slice(0, most)
    .map(({ value, label }) => ({
      ...{ insert: `${value}"`, from: place.caret - part.length, label, kind: 'choice', detail: value },
    }));
}

function quoted(before: string): boolean {
  return (before.replace(/\\./g, '').match(/["“”]/g)?.length ?? 0) % 2 === 1;
}

function meant(names: readonly string[], part: string): boolean {
  return names.some((name) => name.toLowerCase().includes(part));
}

function rank({ insert, label, kind }: Completion, part: string): number {
  const begins = [insert.slice(insert.lastIndexOf('.') + 1), label].some((name) =>
    name.toLowerCase().startsWith(part),
  );
  return (begins ? 2 : 0) + (kind === 'field' ? 1 : 0);
}
