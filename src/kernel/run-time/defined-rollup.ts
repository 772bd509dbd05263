import type { Field, RollupOptions } from '../field/field.ts';
import { rollupResult } from '../field/rollup/rollup.ts';
import { valueKind } from '../field/value-kind.ts';
import type { Complaint } from '../problem.ts';
import type { Registry } from '../registry.ts';
import { resolvePath } from '../resolve.ts';
import { whereFaults } from './condition-faults.ts';
import type { FieldDefinition } from './field-definition.ts';

const measures = ['count', 'sum', 'min', 'max', 'avg'] as const;

/** What is counted or summed, and the type that it yields; the object must have a reference to the one that is added to. */
export function definedRollup(
  registry: Registry,
  { object, rollup, scale }: FieldDefinition,
  complaints: Complaint[],
): Pick<Field, 'rollup' | 'result' | 'scale'> {
  const given = Object(rollup) as Partial<RollupOptions>;
  const complain = (at: string, code = 'unknownField') =>
    complaints.push({ field: at === '' ? 'rollup' : `rollup.${at}`, code });
  if (rollup === null || typeof rollup !== 'object') complain('', 'required');
  const children = registry.objects.get(String(given.object));
  if (children === undefined) complain('object', 'noSuchObject');
  const by = children?.fields.get(String(given.by));
  if (by?.type !== 'reference' || by.target !== object) complain('by', 'notAReferenceHere');
  const { measure = 'count' } = given;
  if (!measures.includes(measure)) complain('measure', 'unknownMeasure');
  const measured = children?.fields.get(String(given.field));
  if (measure !== 'count' && (measured === undefined || valueKind(measured) !== 'number')) complain('field');
  if (children !== undefined)
    complaints.push(
      ...whereFaults(given.where, 'rollup.where', (path) => resolvePath(registry, children, path)?.field),
    );
  return {
    rollup: {
      ...{ object: String(given.object), by: String(given.by), measure },
      ...(measure !== 'count' && { field: String(given.field) }),
      ...(given.where !== undefined && { where: given.where }),
    },
    result: rollupResult(measure, measured),
    scale: scale ?? 2,
  };
}
