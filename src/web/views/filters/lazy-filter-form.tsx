import { Skeleton } from '@mantine/core';
import { type ComponentProps, Suspense } from 'react';
import { lazyView } from '#web/kit/lazy-view.ts';

const FilterForm = lazyView(() => import('./filter-form.tsx'), 'FilterForm');

/** The form of a condition, fetched with the first that is opened. */
export function LazyFilterForm(props: ComponentProps<typeof FilterForm>) {
  return (
    <Suspense fallback={<Skeleton height={120} />}>
      <FilterForm {...props} />
    </Suspense>
  );
}
