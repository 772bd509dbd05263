import { type Expression, pathsOf } from './expression/expression.ts';
import type { ObjectDeclaration } from './object.ts';
import { sealable } from './sealed.ts';

/** Why a sealed field makes no sense: nothing may be computed, ordered or told from what nobody reads. */
export function sealedFaults(object: ObjectDeclaration): readonly string[] {
  const sealed = Object.entries(object.fields).filter(([, field]) => field.sealed === true);
  const read = readInTheClear(object);
  return sealed.flatMap(([name, field]) => [
    ...(sealable.has(field.type) ? [] : [`${name} is sealed, which ${field.type} cannot be`]),
    ...(field.default === undefined ? [] : [`${name} is sealed and has a default`]),
    ...(read.has(name) ? [`${name} is sealed and yet read by something that needs its value`] : []),
  ]);
}

function readInTheClear(object: ObjectDeclaration): ReadonlySet<string> {
  const formulas = Object.values(object.fields).flatMap(({ expression }) =>
    expression === undefined ? [] : pathsOf(expression as Expression),
  );
  return new Set(
    [
      ...[object.nameField, object.defaultSort.split(',')].flat(),
      ...object.indexes.flat(),
      ...object.unique.flat(),
      ...formulas,
      ...object.duplicates.filter(({ kind }) => kind !== 'exact').map(({ field }) => field),
    ].map((name) => name.replace(/^-/, '')),
  );
}
