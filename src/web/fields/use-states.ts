import { useMemo, useRef } from 'react';
import { pathsOf } from '#kernel/expression/expression.ts';
import type { FieldEffect, FieldStates } from '#kernel/field-rule.ts';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { useAsker } from '#web/record/actions/use-asker.ts';
import { statesOf } from './ruled-fields.ts';

/** What conditions make of the fields of a record. */
export type StatesOf = (record: RecordJson) => FieldStates;

const limiting: ReadonlySet<FieldEffect> = new Set(['readOnly', 'offered']);
const none: FieldStates = {
  ...{ hidden: new Set(), required: new Set(), readOnly: new Set() },
  withheld: new Map(),
};

/** What conditions that close fields or choices read: a list must ask for it besides what it shows. */
export function ruleReads({ fieldRules = [] }: ObjectMeta): readonly string[] {
  return [
    ...new Set(fieldRules.filter(({ effect }) => limiting.has(effect)).flatMap(({ when }) => pathsOf(when))),
  ];
}

/** Tells before anybody begins to change it what the server would refuse; each record is asked once. */
export function useStates(object: ObjectMeta): StatesOf {
  const asker = useAsker(object.name);
  const latest = useRef(asker);
  latest.current = asker;
  return useMemo(() => {
    if (!object.fieldRules?.some(({ effect }) => limiting.has(effect))) return () => none;
    const known = new WeakMap<RecordJson, FieldStates>();
    return (record: RecordJson) => {
      const states = known.get(record) ?? statesOf(object, record, latest.current);
      known.set(record, states);
      return states;
    };
  }, [object]);
}
