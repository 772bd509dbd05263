import { kindsOfLikeness, type Likeness } from '../likeness.ts';
import type { ValueOf } from '../object.ts';
import type { Complaint } from '../problem.ts';
import type { ObjectModel, Registry } from '../registry.ts';
import type { definesLikenesses } from '../traits/defines-likenesses.ts';

type Defining = typeof definesLikenesses.fields;

/** What a company says of one field as a sign of duplicates, as its record has it. */
export type LikenessDefinition = { readonly id: string } & {
  readonly [Key in keyof Defining]: ValueOf<Defining[Key]> | null;
};

const whole = 100;

/** Why a field cannot be such a sign. */
export function likenessFaults(
  object: ObjectModel,
  { field: name, kind, weight }: LikenessDefinition,
): readonly Complaint[] {
  const { unites, configures, appendOnly } = object.declaration;
  if (unites !== undefined || configures || appendOnly) return [{ field: 'object', code: 'noSuchObject' }];
  const field = object.fields.get(name ?? '');
  return [
    ...(field === undefined ? [{ field: 'field', code: 'unknownField' }] : []),
    ...(field !== undefined && kind !== null && !kindsOfLikeness(field).includes(kind)
      ? [{ field: 'kind', code: 'notComparedSo', parameters: { path: name ?? '' } }]
      : []),
    ...(weight !== null && (weight < 0 || weight > whole)
      ? [{ field: 'weight', code: 'outOfRange', parameters: { least: 0, most: whole } }]
      : []),
  ];
}

/** The objects about whose duplicates a company has said something know it; what does not fit any more is left out, and told why. */
export function withLikenesses(
  registry: Registry,
  definitions: readonly LikenessDefinition[],
): { readonly registry: Registry; readonly faults: ReadonlyMap<string, readonly Complaint[]> } {
  const faults = new Map<string, readonly Complaint[]>();
  const changed = [...Map.groupBy(definitions, ({ object }) => object ?? '')].flatMap(([name, own]) => {
    const object = registry.objects.get(name);
    if (object === undefined) return [];
    const fitting = own.filter((definition) => {
      const complaints = likenessFaults(object, definition);
      if (complaints.length > 0) faults.set(definition.id, complaints);
      return complaints.length === 0;
    });
    return [[name, { ...object, duplicates: together(object.duplicates, fitting) }] as const];
  });
  if (changed.length === 0) return { registry, faults };
  return { registry: { ...registry, objects: new Map([...registry.objects, ...changed]) }, faults };
}

/** What is declared, but for what the company says of the same field read in the same way, and what it adds. */
function together(declared: readonly Likeness[], own: readonly LikenessDefinition[]): readonly Likeness[] {
  const added = own.map(({ field, kind, weight }) => ({
    field: field ?? '',
    kind: kind ?? 'exact',
    weight: (weight ?? 0) / whole,
  }));
  const kept = declared.filter(
    ({ field, kind }) => !added.some((other) => other.field === field && other.kind === kind),
  );
  return [...kept, ...added.filter(({ weight }) => weight > 0)];
}
