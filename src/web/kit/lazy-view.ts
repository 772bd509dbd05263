import { type ComponentType, lazy } from 'react';

/** A component of a module that is fetched when it is first drawn. */
export function lazyView<Name extends string, Props extends object>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
) {
  return lazy(async () => ({ default: (await load())[name] }));
}
