import { type RefObject, useEffect, useRef, useState } from 'react';
import type { RecordJson } from '#web/api/record.ts';
import { changedFields } from './changed-fields.ts';

const SHOWN = 2500;

/** Fields that somebody else changed while the page was open, for as long as they are to be noticed. */
export function useChangedFields(record: RecordJson, own: RefObject<Set<string>>): ReadonlySet<string> {
  const before = useRef(record);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const fields = changedFields(before.current, record).filter((field) => !own.current.delete(field));
    before.current = record;
    if (fields.length === 0) return;
    setChanged(new Set(fields));
    const timer = setTimeout(() => setChanged(new Set()), SHOWN);
    return () => clearTimeout(timer);
  }, [record, own]);
  return changed;
}
