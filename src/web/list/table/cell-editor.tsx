import { useRef, useState } from 'react';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import { fieldView } from '#web/fields/registry.ts';
import { bare, sameValue } from '#web/record/saving/rival-values.ts';
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
  const meta = useMeta();
  const base = useRef(record[field.name] ?? null);
  const [draft, setDraft] = useState<unknown>(base.current);
  const [complaint, setComplaint] = useState<string>();
  const closed = useRef(false);

  const close = () => {
    closed.current = true;
    onDone();
  };
  const rememberEdit = async (written: RecordJson, value: unknown) => {
    const { rememberEdit: remember } = await import('./sheet/sheet.ts');
    const { id, version } = written;
    const name = String(record[object.nameField] ?? '');
    const before = { [field.name]: bare(base.current) };
    const after = { [field.name]: bare(value) };
    remember(meta, { object: object.name, changes: [{ id, name, version, before, after }] });
  };
  const commit = async (finished: unknown) => {
    if (closed.current) return;
    if (sameValue(finished, base.current)) return close();
    closed.current = true;
    const outcome = await change(
      { ...record, [field.name]: base.current },
      { [field.name]: finished ?? null },
    );
    if (outcome.done) rememberEdit(outcome.record, finished);
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
