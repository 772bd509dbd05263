import type { Field } from '#kernel/field/field.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import type { Taken } from './cells.ts';
import type { ChoiceReader } from './choice-reader.ts';
import type { Found, ReferenceFinder, Sought } from './find-references.ts';
import type { RowProblem } from './import-job.ts';

/** A row on its way to a record. */
export interface RowValues {
  readonly row: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly RowProblem[];
  /** Values that nothing is known for, by heading. */
  readonly unknown: readonly { readonly column: string; readonly value: string }[];
}

const separators = /[;；|、]/;

/** The records that the cells of a row refer to. References to the object itself wait until all its rows are in. */
export function soughtIn(context: Context, object: ObjectModel, taken: readonly Taken[]): readonly Sought[] {
  return taken.flatMap(({ mapping, text }) => {
    const field = object.fields.get(mapping.field);
    const target = field && targetOf(context, field);
    if (text === null || target === undefined || target === object.name) return [];
    return textsOf(field as Field, text).map((each) => ({
      target,
      match: mapping.match ?? null,
      text: each,
    }));
  });
}

export function targetOf(context: Context, field: Pick<Field, 'type' | 'target'>): string | undefined {
  return field.type === 'user' ? context.registry.people : field.target;
}

/** One text, or several where the field holds several. */
function textsOf(field: Field, text: string): readonly string[] {
  if (field.type !== 'manyToMany') return [text];
  return text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Turns the cells of a row into values for the ladder; what is wrong with references and choices is told here. */
export function rowValues(
  context: Context,
  object: ObjectModel,
  row: number,
  taken: readonly Taken[],
  finder: ReferenceFinder,
  choices: ChoiceReader,
): RowValues {
  const values: Record<string, unknown> = {};
  const problems: RowProblem[] = [];
  const unknown: { column: string; value: string }[] = [];
  for (const { mapping, raw, text } of taken) {
    const field = object.fields.get(mapping.field);
    if (field === undefined || text === null) continue;
    const column = mapping.column ?? null;
    const miss = (code: string) => {
      problems.push({ row, column, field: mapping.field, code, value: raw });
      if (column !== null) unknown.push({ column, value: raw });
    };
    const target = targetOf(context, field);
    if (target === object.name) continue;
    if (target === undefined) {
      const value = plainValue(choices, mapping.field, field, text);
      if (value === undefined) miss('unknownChoice');
      else values[mapping.field] = value;
      continue;
    }
    const found = textsOf(field, text).map((each) =>
      finder.get({ target, match: mapping.match ?? null, text: each }),
    );
    const missing = found.find((each) => 'missing' in each);
    if (missing !== undefined) miss((missing as Extract<Found, { missing: string }>).missing);
    else {
      const ids = found.map((each) => (each as { id: string }).id);
      values[mapping.field] = field.type === 'manyToMany' ? ids : ids[0];
    }
  }
  return { row, values, problems, unknown };
}

/** Undefined for a choice that does not exist; everything else is the field's own business. */
function plainValue(choices: ChoiceReader, name: string, field: Field, text: string): unknown {
  if (field.type === 'choice') return choices.read(name, text);
  if (field.type !== 'multiChoice') return text;
  const read = text.split(/[;；|、,，]/).map((part) => choices.read(name, part));
  return read.includes(undefined) ? undefined : read;
}
