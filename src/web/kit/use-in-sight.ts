import { type RefObject, useEffect, useRef } from 'react';

/** For a strip of tabs that is wider than its place: brings the chosen one into sight. */
export function useInSight<Strip extends HTMLElement>(
  chosen: string,
  selector: string,
): RefObject<Strip | null> {
  const strip = useRef<Strip>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the chosen tab stands is read from the page
  useEffect(() => {
    const tab = strip.current?.querySelector<HTMLElement>(selector);
    if (!strip.current || !tab) return;
    const from = strip.current.getBoundingClientRect().left;
    strip.current.scrollLeft += tab.getBoundingClientRect().left - from - 40;
  }, [chosen, selector]);
  return strip;
}
