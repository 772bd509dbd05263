import type { ObjectDeclaration } from './object.ts';

/** The adjective of objects whose records people talk about, put files on and follow. */
export const discussable = 'discussable';

/**
 * Whether people talk about an object's records: of those that belong to somebody, and of what else stands for
 * itself. What is part of a record is talked about there; what the product works by is nobody's talk, and neither are
 * the people who work here.
 */
export function isDiscussable(object: ObjectDeclaration, people: string): boolean {
  if (object.traits.some(({ name }) => name === 'ownable')) return true;
  const { name, purpose, partOf, unites, configures, appendOnly } = object;
  const stands = purpose === undefined && partOf === undefined && unites === undefined;
  return stands && !configures && !appendOnly && name.split('.').at(-1) !== people;
}
