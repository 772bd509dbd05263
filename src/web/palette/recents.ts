import { useEffect } from 'react';
import { usePreference } from '#web/kit/preference.ts';
import type { SearchResult } from './use-search.ts';

const most = 6;

/** The records this person opened last on this device, newest first. */
export function useRecents() {
  return usePreference<readonly SearchResult[]>('recents', []);
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
