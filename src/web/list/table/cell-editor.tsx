import { type KeyboardEvent, useRef, useState } from 'react';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import { fieldView } from '#web/fields/registry.ts';
import { asOffered } from '#web/fields/ruled-fields.ts';
import { useStates } from '#web/fields/use-states.ts';
import { sameValue } from '#web/record/saving/rival-values.ts';
import classes from './table.module.css';
import { useCellChange } from './use-cell-change.ts';

interface CellEditorProps {
  readonly object: ObjectMeta;
  readonly record: RecordJson;
  readonly field: FieldMeta;
  /** What was typed to begin: it takes the place of the value. */
  readonly seed: string | undefined;
  /** Editing is over, and goes on so many rows and columns from here. */
  onDone(by: readonly [rows: number, columns: number]): void;
}

const typed = new Set(['text', 'longText', 'email', 'phone', 'url']);

/** A cell's input, over the cell. It closes when the value is saved and stays with a complaint when it is refused. */
export function CellEditor({ object, record, field, seed, onDone }: CellEditorProps) {
  const change = useCellChange(object);
  const states = useStates(object);
  const base = useRef(record[field.name] ?? null);
  const begun = seed !== undefined && typed.has(field.type) ? seed : base.current;
  const [from, setFrom] = useState<unknown>(begun);
  const [draft, setDraft] = useState<unknown>(begun);
  if (from !== begun) {
    setFrom(begun);
    setDraft(begun);
  }
  const [complaint, setComplaint] = useState<string>();
  const closed = useRef(false);
  const by = useRef<readonly [number, number]>([0, 0]);
  const placed = useRef(seed === undefined);

  const close = () => {
    if (closed.current) return;
    closed.current = true;
    onDone(by.current);
  };
  const commit = async (finished: unknown) => {
    if (closed.current) return;
    if (sameValue(finished, base.current)) return close();
    closed.current = true;
    const outcome = await change({ ...record, [field.name]: base.current }, field, finished);
    if (outcome.done || outcome.complaint === undefined) return onDone(by.current);
    closed.current = false;
    setDraft(finished);
    setComplaint(outcome.complaint);
  };
  /** Enter goes on below, Tab beside; with Shift the other way. */
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.shiftKey ? -1 : 1;
    by.current = event.key === 'Enter' ? [step, 0] : event.key === 'Tab' ? [0, step] : [0, 0];
    if (event.key !== 'Tab' || !(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    event.target.blur();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps clicks and keys from the cell below
    <div
      className={classes.editor}
      data-wide={fieldView(field).wide || undefined}
      onClick={(event) => event.stopPropagation()}
      onKeyDownCapture={press}
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onFocus={({ target }) => {
        // What was typed goes on where it ended.
        if (placed.current || !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement))
          return;
        placed.current = true;
        if (['text', 'tel', 'url', 'textarea'].includes(target.type))
          target.setSelectionRange(target.value.length, target.value.length);
      }}
    >
      <FieldEditor
        field={asOffered(field, states(record))}
        value={draft}
        record={record}
        error={complaint}
        seed={seed}
        onChange={setDraft}
        onCommit={commit}
        onCancel={close}
        autoFocus
      />
    </div>
  );
}
