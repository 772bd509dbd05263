import type { Complaint } from '../problem.ts';
import type { Purpose } from '../purpose.ts';
import type { Registry } from '../registry.ts';
import { sealable } from '../sealed.ts';
import type { FieldDefinition } from './field-definition.ts';
import type { TypeSettings } from './type-settings.ts';

/** What is asked for that the type cannot be. */
export function unfit(definition: FieldDefinition, settings: TypeSettings): readonly Complaint[] {
  const {
    type,
    required,
    requiredWhen,
    unique,
    searchable,
    sealed,
    personal,
    choices,
    target,
    acyclic,
    format,
    rollup,
    expression,
    scale,
    maxLength,
  } = definition;
  const fillable = settings.computed !== true && settings.required !== false;
  const asked: readonly (readonly [keyof FieldDefinition, boolean, boolean])[] = [
    ['required', required === true, fillable],
    ['requiredWhen', requiredWhen !== null, fillable],
    ['unique', unique === true, settings.unique === true],
    ['searchable', searchable === true, settings.search !== undefined && sealed !== true],
    ['personal', personal !== null, fillable],
    ['sealed', sealed === true, sealable.has(type ?? 'json')],
    [
      'default',
      definition.default !== null,
      settings.computed !== true && settings.default !== false && sealed !== true,
    ],
    ['choices', choices !== null, settings.choices === true],
    ['target', target !== null, settings.target === true],
    ['acyclic', acyclic === true, settings.target === true && target === definition.object],
    ['format', format !== null, type === 'autoNumber'],
    ['rollup', rollup !== null, type === 'rollup'],
    ['expression', expression !== null, type === 'formula'],
    ['scale', scale !== null, settings.scale !== undefined],
    ['maxLength', maxLength !== null, settings.longest !== undefined],
  ];
  return [
    ...asked
      .filter(([, wanted, fits]) => wanted && !fits)
      .map(([field]) => ({ field, code: 'notForThisType' })),
    ...(settings.target && target === null ? [{ field: 'target', code: 'required' }] : []),
  ];
}

const defining: ReadonlySet<Purpose | undefined> = new Set(['definition', 'objectDefinition']);

/** What is wrong with where a field is added and where it points: objects with records of their own. */
export function placeFaults(
  { objects }: Registry,
  { object, target }: FieldDefinition,
): readonly Complaint[] {
  const takes = objects.get(object ?? '')?.declaration;
  const code = 'noSuchObject';
  return [
    ...(takes === undefined || takes.unites !== undefined || defining.has(takes.purpose)
      ? [{ field: 'object', code }]
      : []),
    ...(target !== null && !objects.has(target) ? [{ field: 'target', code }] : []),
  ];
}
