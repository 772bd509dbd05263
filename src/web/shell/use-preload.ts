import { useEffect } from 'react';

/** What the first screen does without and the next click asks for. */
const next = [
  () => import('#web/fields/text/editor.tsx'),
  () => import('#web/forms/record-form-dialog.tsx'),
  () => import('#web/notifications/notification-panel.tsx'),
  () => import('#web/views/filters/filter-form.tsx'),
];

/** Fetches what will be wanted next, once the browser has nothing else to do. */
export function usePreload(): void {
  useEffect(() => {
    const fetchAll = () => {
      // What could not be fetched now is fetched, and complained about, when it is wanted.
      for (const load of next) load().catch(() => undefined);
    };
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(fetchAll, 1_000);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(fetchAll);
    return () => cancelIdleCallback(idle);
  }, []);
}
