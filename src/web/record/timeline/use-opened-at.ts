import { useEffect, useRef } from 'react';

/** Brings an entry into sight once it is there, and marks it; until then further entries are asked for. */
export function useOpenedAt(at: string | undefined, there: boolean, more: (() => void) | undefined): void {
  const done = useRef<string>(undefined);
  useEffect(() => {
    if (at === undefined || done.current === at) return;
    if (!there) return more?.();
    done.current = at;
    document.getElementById(entryId(at))?.scrollIntoView({ block: 'center' });
  }, [at, there, more]);
}

/** By which an entry about a record is found on the page. */
export function entryId(record: string): string {
  return `entry-${record}`;
}
