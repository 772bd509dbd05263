import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { fieldRight, mayImport } from '../access/rights.ts';
import type { Context } from '../records/context.ts';
import { fieldNames, objectNames } from './field-names.ts';
import { plainHeading } from './heading.ts';
import type { ColumnMapping } from './import-job.ts';

const computed = ['formula', 'rollup', 'autoNumber', 'file', 'json', 'regarding'];

/** Fields that an import of this person can fill. */
export function importable(object: ObjectModel, context: Context): readonly string[] {
  return [...object.fields]
    .filter(
      ([name, field]) =>
        !computed.includes(field.type) &&
        field.readOnly !== true &&
        fieldRight(object, name, context.actor) === 'write',
    )
    .map(([name]) => name);
}

/** Which column goes where, as far as headings tell; a column that says nothing known is left out. */
export function guessMapping(
  context: Context,
  object: ObjectModel,
  header: readonly string[],
): readonly ColumnMapping[] {
  const names = fieldNames(context.registry, object);
  const own = objectNames(context.registry, object);
  const { nameField } = object.declaration;
  const free = new Set(importable(object, context));
  const pick = (fits: (called: readonly string[], name: string) => boolean) => {
    const found = [...free].find((name) => fits(names.get(name) ?? [], name));
    if (found !== undefined) free.delete(found);
    return found;
  };
  const columns = header.map((column) => ({ column, plain: plainHeading(column) }));
  const found = new Map<string, string>();
  // A field's own name and labels go before what files may call it, and both before the object's name for its name.
  const rounds: readonly ((plain: string) => string | undefined)[] = [
    (plain) => pick((called) => called.slice(0, 3).includes(plain)),
    (plain) => pick((called) => called.includes(plain)),
    (plain) => (own.includes(plain) ? pick((_, name) => name === nameField) : undefined),
  ];
  for (const round of rounds)
    for (const { column, plain } of columns) {
      const field = found.has(column) || plain === '' ? undefined : round(plain);
      if (field !== undefined) found.set(column, field);
    }
  const mapping: ColumnMapping[] = header.map((column) => ({ column, field: found.get(column) ?? null }));
  const name = composedName(object, mapping);
  return name === undefined ? mapping : [...mapping, name];
}

/** Records whose file has no column for their name are called by what they refer to. */
function composedName(object: ObjectModel, mapping: readonly ColumnMapping[]): ColumnMapping | undefined {
  const { nameField } = object.declaration;
  const mapped = mapping.filter(({ field }) => field);
  const fieldOf = ({ field }: ColumnMapping) => object.fields.get(field ?? '');
  if (object.fields.get(nameField)?.required !== true || mapped.some(({ field }) => field === nameField))
    return undefined;
  if (mapped.some((each) => fieldOf(each)?.type === 'text' && fieldOf(each)?.unique !== true))
    return undefined;
  const references = mapped.filter((each) => fieldOf(each)?.type === 'reference').slice(0, 2);
  if (references.length === 0) return undefined;
  return { field: nameField, constant: references.map(({ column }) => `{${column}}`).join(' · ') };
}

/** The object that a file's headings and name fit best, among those that this person may import. */
export function guessObject(
  context: Context,
  fileName: string,
  header: readonly string[],
): ObjectModel | undefined {
  const stem = plainHeading(fileName.replace(/\.[^.]*$/, ''));
  const candidates = [...context.registry.objects.values()].filter((object) =>
    mayImport(object, context.actor),
  );
  const scored = candidates.map((object) => ({ object, score: fit(context, object, stem, header) }));
  scored.sort((one, other) => other.score - one.score);
  return scored[0]?.object;
}

function fit(context: Context, object: ObjectModel, stem: string, header: readonly string[]): number {
  const mapping = guessMapping(context, object, header);
  const fields = mapping.filter(({ column, field }) => column && field);
  const named = mapping.some(({ field }) => field === object.declaration.nameField) ? 0.2 : 0;
  const called = objectNames(context.registry, object).some((name) => stem.includes(name)) ? 0.3 : 0;
  const mapped = new Set(mapping.map(({ field }) => field));
  const lacking = [...object.fields].some(
    ([name, field]) => field.required && field.default === undefined && !mapped.has(name),
  );
  // A file without what every record must have is rather one of another object.
  return fields.length / Math.max(1, header.length) + named + called - (lacking ? 0.1 : 0);
}

/** The field by which rows are recognised as records that are there already, if the mapping has such a thing. */
export function guessMatch(
  registry: Registry,
  object: ObjectModel,
  mapping: readonly ColumnMapping[],
): string | null {
  const mapped = new Set(mapping.filter(({ column }) => column).map(({ field }) => field));
  const unique = [...object.fields].find(([name, field]) => field.unique === true && mapped.has(name))?.[0];
  if (unique !== undefined) return unique;
  const { nameField } = object.declaration;
  const telling = object.duplicates.some(({ field, kind }) => field === nameField && kind === 'organisation');
  const ours = object.name === registry.people;
  return (telling || ours) && mapped.has(nameField) ? nameField : null;
}
