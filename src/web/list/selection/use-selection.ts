import { useCallback, useRef, useState } from 'react';
import type { RecordJson } from '#web/api/record.ts';

/** The records picked in a list. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  toggle(index: number, range: boolean): void;
  toggleAll(): void;
  clear(): void;
}

/** Picks records one by one, a range with Shift, or everything that is loaded. */
export function useSelection(records: readonly RecordJson[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef(0);
  const latest = useRef(records);
  latest.current = records;

  const toggle = useCallback((index: number, range: boolean) => {
    const from = range ? Math.min(anchor.current, index) : index;
    const to = range ? Math.max(anchor.current, index) : index;
    const touched = latest.current.slice(from, to + 1).map(({ id }) => id);
    const target = latest.current[index]?.id ?? '';
    anchor.current = index;
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
    toggle,
    toggleAll: () =>
      setIds((before) =>
        before.size >= latest.current.length ? new Set() : new Set(latest.current.map(({ id }) => id)),
      ),
    clear: useCallback(() => setIds(new Set()), []),
  };
}
