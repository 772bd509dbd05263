import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { valueAt } from '#kernel/value-at.ts';
import type { RecordJson } from '#web/api/record.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { fieldView } from '#web/fields/registry.ts';
import { withTexts } from '#web/i18n/with-texts.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import type { Column } from '#web/views/columns.ts';
import classes from './related-table.module.css';

const RelatedCellEditor = lazyView(
  () => withTexts(import('./related-cell-editor.tsx'), 'views'),
  'RelatedCellEditor',
);

interface RelatedCellProps {
  readonly object: ObjectMeta;
  readonly record: RecordJson;
  readonly column: Column;
}

/** A value of a related record; where it may be changed, a click or its pencil puts an input in its place. */
export function RelatedCell({ object, record, column }: RelatedCellProps) {
  const { t } = useTranslation();
  const [editing, edit] = useState(false);
  const { field, label, valuePath, edits } = column;
  const shown = <FieldDisplay field={field} value={valueAt(record, valuePath)} record={record} dense />;
  const align = fieldView(field).align;
  if (!edits || !object.can.update || edits.masked) return <td data-align={align}>{shown}</td>;
  if (editing)
    return (
      <td data-align={align} data-editing>
        <Suspense fallback={shown}>
          <RelatedCellEditor object={object} record={record} field={edits} onDone={() => edit(false)} />
        </Suspense>
      </td>
    );
  const name = String(valueAt(record, object.nameField) ?? '');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the pencil does the same by keys
    <td
      data-align={align}
      data-editable
      onClick={(event) => {
        event.stopPropagation();
        edit(true);
      }}
    >
      <span className={classes.cell}>
        <span className={classes.shown}>{shown}</span>
        <ActionIcon
          className={classes.pencil}
          size={24}
          aria-label={t('record.editOf', { label, name })}
          onClick={() => edit(true)}
        >
          <IconPencil size={13} />
        </ActionIcon>
      </span>
    </td>
  );
}
