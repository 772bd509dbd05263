import { useMemo, useRef } from 'react';
import { pathsOf } from '#kernel/expression/expression.ts';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { useAsker } from '#web/record/actions/use-asker.ts';
import { statesOf } from './ruled-fields.ts';

/** The fields of a record that conditions close to changes by hand, by their names. */
export type Locks = (record: RecordJson) => ReadonlySet<string>;

const none: ReadonlySet<string> = new Set();

/** What conditions that close fields read: a list must ask for it besides what it shows. */
export function lockReads({ fieldRules = [] }: ObjectMeta): readonly string[] {
  return fieldRules.filter(({ effect }) => effect === 'readOnly').flatMap(({ when }) => pathsOf(when));
}

/** Tells before anybody begins to change it what the server would refuse; each record is asked once. */
export function useLocks(object: ObjectMeta): Locks {
  const asker = useAsker(object.name);
  const latest = useRef(asker);
  latest.current = asker;
  return useMemo(() => {
    if (!object.fieldRules?.some(({ effect }) => effect === 'readOnly')) return () => none;
    const known = new WeakMap<RecordJson, ReadonlySet<string>>();
    return (record: RecordJson) => {
      const locked = known.get(record) ?? statesOf(object, record, latest.current).readOnly;
      known.set(record, locked);
      return locked;
    };
  }, [object]);
}
