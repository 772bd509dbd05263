import { type ComponentProps, createElement, type ElementType, type ReactNode } from 'react';

/** An element around parts that need no keys, as a printed text does not change. */
export function holding<Kind extends ElementType>(
  kind: Kind,
  parts: readonly ReactNode[],
  properties?: ComponentProps<Kind>,
) {
  return createElement(kind, properties, ...parts);
}
