import { useDeferredValue, useEffect, useState } from 'react';

let drawn = false;

/**
 * Whether to draw what stands below the head of a page: on the first page of a visit only after the head, which is seen the
 * sooner. Later the page before stays until the next is whole, so that going back finds its place.
 */
export function useHeadFirst(): boolean {
  const [first] = useState(() => !drawn);
  useEffect(() => {
    drawn = true;
  }, []);
  return useDeferredValue(true, !first);
}
