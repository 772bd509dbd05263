import { type KeyboardEvent, useRef, useState } from 'react';
import type { FieldMeta } from '#kernel/meta.ts';
import { useRecordScope } from '../record-scope.ts';
import { sameValue } from '../saving/rival-values.ts';
import { neighbouringValue } from './neighbouring-value.ts';

/** Set when Tab leaves an input that stands in place of a value: the next value opens as it gets the focus. */
let tabbing = false;

/** The life of one edit in place: open, typed, saved or refused, closed. */
export function useInlineEdit(field: FieldMeta) {
  const { record, save } = useRecordScope();
  const value = record[field.name] ?? null;
  const [editing, setEditing] = useState(false);
  const [draft, setDraft] = useState<unknown>(null);
  const [error, setError] = useState<string>();
  const base = useRef<unknown>(null);
  const open = useRef(field.type === 'boolean');
  const refused = useRef<unknown>(undefined);

  const start = () => {
    base.current = value;
    open.current = true;
    refused.current = undefined;
    setDraft(value);
    setError(undefined);
    setEditing(true);
  };

  const close = () => {
    open.current = field.type === 'boolean';
    setEditing(false);
    setError(undefined);
  };

  const commit = async (finished: unknown) => {
    if (!open.current) return;
    const before = editing ? base.current : value;
    if (sameValue(finished, before)) return close();
    if (refused.current !== undefined && sameValue(finished, refused.current)) return;
    close();
    const refusal = await save({ [field.name]: finished ?? null }, { [field.name]: before });
    if (!refusal) return;
    base.current = before;
    open.current = true;
    refused.current = finished;
    setDraft(finished);
    setError(refusal.errors[field.name] ?? refusal.message);
    setEditing(true);
  };

  return {
    editing,
    draft,
    error,
    start,
    commit,
    cancel: close,
    change: (next: unknown) => {
      setDraft(next);
      setError(undefined);
    },
    noticeTab: (event: KeyboardEvent) => {
      tabbing = event.key === 'Tab';
      const next = tabbing ? neighbouringValue(event.currentTarget, event.shiftKey) : undefined;
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    },
    continueTab: () => {
      if (tabbing) start();
      tabbing = false;
    },
  };
}
