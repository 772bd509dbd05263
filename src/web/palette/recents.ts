import { useEffect } from 'react';
import { forgetPreference, usePreference } from '#web/kit/preference.ts';
import type { SearchResult } from './use-search.ts';

const most = 6;

const preference = 'recents';

/** The records this person opened last on this device, newest first. */
export function useRecents() {
  return usePreference<readonly SearchResult[]>(preference, []);
}

/** They bear names, and whoever comes next at this device may be somebody else. */
export function forgetRecents(): void {
  forgetPreference(preference);
}

/** Remembers a record as opened, once its name is known. */
export function useRememberRecent(object: string, id: string, name: string | undefined): void {
  const [, setRecents] = useRecents();
  useEffect(() => {
    if (!name) return;
    setRecents((before) =>
      [{ object, id, name }, ...before.filter((recent) => recent.id !== id)].slice(0, most),
    );
  }, [object, id, name, setRecents]);
}
