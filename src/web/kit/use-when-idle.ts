import { useEffect } from 'react';

/** Does this once, when the browser has nothing else to do after the component has been drawn. */
export function useWhenIdle(work: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is to be done is known when the component is drawn first.
  useEffect(() => {
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(work, 1_000);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(work);
    return () => cancelIdleCallback(idle);
  }, []);
}
