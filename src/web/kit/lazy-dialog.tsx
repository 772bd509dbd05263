import { type ComponentType, createElement, lazy, Suspense } from 'react';

/** A dialog of a module that is fetched when it is first opened. What it opens over stays as it is meanwhile. */
export function lazyDialog<Name extends string, Props extends object>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): ComponentType<Props> {
  const Dialog = lazy(
    async (): Promise<{ default: ComponentType<Props> }> => ({ default: (await load())[name] }),
  );
  return (props) => (
    <Suspense fallback={null}>{createElement(Dialog as ComponentType<Props>, props)}</Suspense>
  );
}
