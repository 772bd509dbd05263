import { isSortable } from '../expression/is-sortable.ts';
import { operatorsOf } from '../expression/operators-of.ts';
import type { Field } from '../field/field.ts';
import { shortName } from '../object-name.ts';
import type { Complaint } from '../problem.ts';
import type { ObjectModel } from '../registry.ts';
import { resolvePath } from '../resolve.ts';
import type { DrawnLoop } from './automation-definition.ts';
import { whereFaults } from './condition-faults.ts';
import { setsOff } from './open-to-steps.ts';
import { type StepPlace, valueFault } from './step-value-faults.ts';

/** Why a loop could not find its records, told at its place. */
export function loopFaults(
  place: StepPlace,
  { object, matching, where, sort, steps }: Omit<DrawnLoop, 'do'>,
  at: string,
): readonly Complaint[] {
  const { registry } = place;
  const target = registry.objects.get(shortName(object));
  if (target === undefined || !setsOff(target)) return [{ field: `${at}.object`, code: 'noSuchObject' }];
  return [
    ...Object.entries(matching).flatMap(([name, value]) =>
      matchingFaults(place, target, { name, value }, `${at}.matching.${name}`),
    ),
    ...whereFaults(where, `${at}.where`, (path) => resolvePath(registry, target, path)?.field),
    ...sortFaults(place, target, sort, `${at}.sort`),
    ...(steps.length === 0 ? [{ field: `${at}.steps`, code: 'required' }] : []),
  ];
}

function matchingFaults(
  place: StepPlace,
  target: ObjectModel,
  { name, value }: { readonly name: string; readonly value: unknown },
  at: string,
): readonly Complaint[] {
  const field = target.allFields.get(name);
  if (field === undefined) return [{ field: at, code: 'unknownField' }];
  if (!isCompared(field)) return [{ field: at, code: 'notCompared' }];
  if (value === null || value === '') return [{ field: at, code: 'required' }];
  const fault = valueFault(place, field, value);
  return fault === undefined ? [] : [{ field: at, ...fault }];
}

/** Whether the field of a record may be asked to hold the value of a step: what has parts may not, nor what is sealed. */
export function isCompared(field: Field): boolean {
  return field.sealed !== true && field.type !== 'money' && operatorsOf(field).includes('eq');
}

function sortFaults(
  { registry }: StepPlace,
  target: ObjectModel,
  sort: string | undefined,
  at: string,
): readonly Complaint[] {
  const paths = sort === undefined ? [] : sort.split(',').map((path) => path.trim().replace(/^[-+]/, ''));
  if (paths.length > 5) return [{ field: at, code: 'tooMany', parameters: { most: 5 } }];
  const unfit = paths.filter((path) => {
    const field = resolvePath(registry, target, path)?.field;
    return field === undefined || !isSortable(field);
  });
  return unfit.slice(0, 1).map((path) => ({ field: at, code: 'notSortable', parameters: { path } }));
}
