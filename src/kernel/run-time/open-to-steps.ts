import type { Field } from '../field/field.ts';
import type { ObjectModel, Registry } from '../registry.ts';

const computed: ReadonlySet<string> = new Set(['formula', 'rollup', 'autoNumber', 'file']);

/**
 * Whether steps that a company draws may make and change its records: not those that say who may do what, that set the
 * company up, that people's own word is kept in, or that nobody writes.
 */
export function isOpenToSteps({ people, objects }: Registry, object: ObjectModel): boolean {
  const { unites, configures, appendOnly, raised, purpose } = object.declaration;
  const closed = unites !== undefined || configures || appendOnly || raised || purpose !== undefined;
  return !closed && object.module !== objects.get(people)?.module;
}

/** Whether something that happens to its records may set an automation off. */
export function setsOff({ declaration: { unites, configures } }: ObjectModel): boolean {
  return unites === undefined && !configures;
}

/** Whether a step may fill in a field: what people could write by hand, but roles and what is sealed. */
export function mayBeFilled(field: Field, creating: boolean): boolean {
  if (computed.has(field.type) || field.readOnly === true || field.sealed === true) return false;
  return field.listed !== 'roles' && (creating || field.immutable !== true);
}
