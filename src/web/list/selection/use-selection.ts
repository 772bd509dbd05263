import { useCallback, useRef, useState } from 'react';
import type { RecordJson } from '#web/api/record.ts';

/** The records picked in a list. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Everything that the list shows is picked, loaded or not. */
  readonly everything: boolean;
  toggle(index: number, range: boolean): void;
  toggleAll(): void;
  chooseEverything(): void;
  clear(): void;
}

/**
 * Picks records one by one, a range with Shift, everything that is loaded, or everything that the list shows: that for
 * as long as it shows `shown`.
 */
export function useSelection(records: readonly RecordJson[], shown: string): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [everythingOf, setEverythingOf] = useState<string>();
  const anchor = useRef(0);
  const latest = useRef(records);
  latest.current = records;

  const toggle = useCallback((index: number, range: boolean) => {
    const from = range ? Math.min(anchor.current, index) : index;
    const to = range ? Math.max(anchor.current, index) : index;
    const touched = latest.current.slice(from, to + 1).map(({ id }) => id);
    const target = latest.current[index]?.id ?? '';
    anchor.current = index;
    setEverythingOf(undefined);
    setIds((before) => {
      const next = new Set(before);
      const add = range || !before.has(target);
      for (const id of touched)
        if (add) next.add(id);
        else next.delete(id);
      return next;
    });
  }, []);

  return {
    ids,
    everything: everythingOf === shown && ids.size > 0,
    toggle,
    toggleAll: () => {
      setEverythingOf(undefined);
      setIds((before) =>
        before.size >= latest.current.length ? new Set() : new Set(latest.current.map(({ id }) => id)),
      );
    },
    chooseEverything: () => setEverythingOf(shown),
    clear: useCallback(() => {
      setEverythingOf(undefined);
      setIds(new Set());
    }, []),
  };
}
