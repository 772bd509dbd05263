import { type Field, field } from '../field/field.ts';
import type { Complaint } from '../problem.ts';
import type { Registry } from '../registry.ts';
import { definedChoices } from './defined-choices.ts';
import { definedFormula } from './defined-formula.ts';
import { definedRollup } from './defined-rollup.ts';
import { placeFaults, unfit } from './definition-faults.ts';
import type { FieldDefinition } from './field-definition.ts';
import { numberFormat } from './number-format.ts';
import { type TypeSettings, typeSettings } from './type-settings.ts';

/** How names of added fields end, which no name in the code does: an upgrade never takes a company's name away. */
export const addedMark = '_c';
export const addedName = new RegExp(`^[a-z][a-zA-Z\\d]{0,27}${addedMark}$`);

/** The field that a definition stands for, as the rest of the product knows fields; faults go to `complaints`. */
export function definedField(
  registry: Registry,
  definition: FieldDefinition,
  complaints: Complaint[],
): Field {
  const { type, name, format, scale, maxLength } = definition;
  const settings: TypeSettings = typeSettings[type ?? 'text'] ?? {};
  const complain = (at: string, code: string, parameters?: Complaint['parameters']) =>
    complaints.push({ field: at, code, ...(parameters && { parameters }) });
  if (name === null || !addedName.test(name)) complain('name', 'notAFieldName');
  complaints.push(...placeFaults(registry, definition), ...unfit(definition, settings));
  if (scale !== null && (scale < 0 || scale > 8)) complain('scale', 'outOfRange', { least: 0, most: 8 });
  const { longest = 255 } = settings;
  if (maxLength !== null && (maxLength < 1 || maxLength > longest))
    complain('maxLength', 'outOfRange', { least: 1, most: longest });
  if (type === 'autoNumber' && !numberFormat.shape.test(format ?? numberFormat.usual))
    complain('format', 'notANumberFormat');
  return field(type ?? 'text', {
    added: true,
    ...(settings.computed !== true && { required: definition.required === true }),
    ...(definition.unique === true && settings.unique && { unique: true }),
    ...(definition.sealed === true && { sealed: true }),
    ...(definition.personal !== null && { personal: definition.personal }),
    ...(definition.searchable === true && settings.search && { search: settings.search }),
    ...(definition.requiredWhen !== null && { requiredWhen: definition.requiredWhen }),
    ...(definition.default !== null && { default: definition.default }),
    ...(settings.scale !== undefined && { scale: scale ?? settings.scale }),
    ...(settings.longest !== undefined && { maxLength: maxLength ?? settings.longest }),
    ...(settings.choices && { choices: definedChoices(definition.choices, complaints) }),
    ...(settings.target && { target: definition.target ?? '' }),
    ...(definition.acyclic === true && settings.target && { acyclic: true }),
    ...own(registry, definition, complaints),
  });
}

/** What a type brings of its own. */
function own(
  registry: Registry,
  definition: FieldDefinition,
  complaints: Complaint[],
): Partial<Omit<Field, 'type' | 'valueType'>> {
  switch (definition.type) {
    case 'money':
      return { scale: 2 };
    case 'email':
      return { maxLength: 254 };
    case 'phone':
      return { maxLength: 40 };
    case 'url':
      return { maxLength: 2000 };
    case 'richText':
      return { maxLength: 200_000 };
    case 'reference':
      return { onDelete: 'clear', timeline: false, indexed: true };
    case 'user':
      return { target: registry.people, onDelete: 'clear', timeline: false, indexed: true };
    case 'manyToMany':
      return { timeline: false };
    case 'regarding':
      return { timeline: false, indexed: true, targets: regardable(registry) };
    case 'autoNumber':
      return {
        format: definition.format ?? numberFormat.usual,
        readOnly: true,
        unique: true,
        search: 'text',
      };
    case 'formula':
      return { ...definedFormula(registry, definition, complaints), readOnly: true };
    case 'rollup':
      return { ...definedRollup(registry, definition, complaints), readOnly: true };
    default:
      return {};
  }
}

function regardable(registry: Registry): readonly string[] {
  return [...registry.objects.values()]
    .filter(({ declaration }) => declaration.traits.some(({ name }) => name === 'regardable'))
    .map(({ name }) => name);
}
