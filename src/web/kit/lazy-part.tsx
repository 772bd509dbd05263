import { type ComponentType, createElement, lazy, Suspense } from 'react';

/** A dialog or another part of a page, of a module that is fetched when it is first drawn. What stands around it stays as it is meanwhile. */
export function lazyPart<Name extends string, Props extends object>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): ComponentType<Props> {
  const Part = lazy(
    async (): Promise<{ default: ComponentType<Props> }> => ({ default: (await load())[name] }),
  );
  return (props) => <Suspense fallback={null}>{createElement(Part as ComponentType<Props>, props)}</Suspense>;
}
