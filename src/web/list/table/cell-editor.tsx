import { useRef, useState } from 'react';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import { fieldView } from '#web/fields/registry.ts';
import { sameValue } from '#web/record/saving/rival-values.ts';
import { useChange } from '#web/views/changing/use-change.ts';
import classes from './table.module.css';

interface CellEditorProps {
  readonly object: ObjectMeta;
  readonly record: RecordJson;
  readonly field: FieldMeta;
  onDone(): void;
}

/** A cell's input, over the cell. It closes when the value is saved and stays with a complaint when it is refused. */
export function CellEditor({ object, record, field, onDone }: CellEditorProps) {
  const change = useChange(object);
  const base = useRef(record[field.name] ?? null);
  const [draft, setDraft] = useState<unknown>(base.current);
  const [complaint, setComplaint] = useState<string>();
  const closed = useRef(false);

  const close = () => {
    closed.current = true;
    onDone();
  };
  const commit = async (finished: unknown) => {
    if (closed.current) return;
    if (sameValue(finished, base.current)) return close();
    closed.current = true;
    const outcome = await change(
      { ...record, [field.name]: base.current },
      { [field.name]: finished ?? null },
    );
    if (outcome.done || outcome.complaint === undefined) return onDone();
    closed.current = false;
    setDraft(finished);
    setComplaint(outcome.complaint);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps clicks and keys from the cell below
    <div
      className={classes.editor}
      data-wide={fieldView(field).wide || undefined}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <FieldEditor
        field={field}
        value={draft}
        record={record}
        error={complaint}
        onChange={setDraft}
        onCommit={commit}
        onCancel={close}
        autoFocus
      />
    </div>
  );
}
