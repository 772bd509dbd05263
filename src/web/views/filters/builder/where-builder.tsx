import { Suspense } from 'react';
import type { ObjectMeta } from '#kernel/meta.ts';
import { lazyView } from '#web/kit/lazy-view.ts';

const FilterBuilder = lazyView(() => import('./filter-builder.tsx'), 'FilterBuilder');

interface WhereBuilderProps {
  readonly object: ObjectMeta;
  readonly where: unknown;
  onChange(where: unknown): void;
  onClose(): void;
}

/** The filter builder for a condition that belongs to no view. */
export function WhereBuilder({ object, where, onChange, onClose }: WhereBuilderProps) {
  return (
    <Suspense fallback={null}>
      <FilterBuilder
        object={object}
        state={{
          view: { name: '', label: object.plural, kind: 'table', columns: [] },
          search: { where },
          change: ({ where: next }) => onChange(next),
        }}
        onClose={onClose}
      />
    </Suspense>
  );
}
