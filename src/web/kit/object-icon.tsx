import { createElement } from 'react';
import { createStore, useStore } from './store.ts';

type Icons = typeof import('./icon-set.ts');

/** The icons once they are there: pages are drawn without waiting for them, with the room that they will take. */
const icons = createStore<Icons | undefined>(undefined);
import('./icon-set.ts').then(icons.set, console.error);

/** A declared icon by its name. */
export function ObjectIcon({ name, size = 18 }: { name: string | undefined; size?: number }) {
  const loaded = useStore(icons);
  if (!loaded) return <svg width={size} height={size} aria-hidden />;
  return createElement(loaded.iconNamed(name), { size, stroke: 1.6, 'aria-hidden': true });
}
