import { useParams } from '@tanstack/react-router';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { CellEditor } from '#web/list/table/cell-editor.tsx';
import { MoreFieldsHost } from '#web/views/changing/more-fields-host.tsx';

interface RelatedCellEditorProps {
  readonly object: ObjectMeta;
  readonly record: RecordJson;
  readonly field: FieldMeta;
  onDone(): void;
}

/** A cell of a related list being edited, as a cell of a list is; a list around the page asks for more fields itself. */
export function RelatedCellEditor(props: RelatedCellEditorProps) {
  const { id } = useParams({ strict: false });
  return (
    <>
      <CellEditor {...props} seed={undefined} />
      {id !== undefined && <MoreFieldsHost />}
    </>
  );
}
