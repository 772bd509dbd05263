import { ActionIcon, Box, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { FocusEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import { useRecordScope } from '../record-scope.ts';
import classes from './inline-field.module.css';
import { opensValue } from './neighbouring-value.ts';
import { RevealingValue } from './revealing-value.tsx';
import { useInlineEdit } from './use-inline-edit.ts';

interface InlineFieldProps {
  readonly field: FieldMeta;
}

/** A field's value that becomes its input when clicked; Tab out of one input opens the next. */
export function InlineField({ field }: InlineFieldProps) {
  const { t } = useTranslation();
  const { record, mayEdit, offered, changed } = useRecordScope();
  const edit = useInlineEdit(field);
  const value = record[field.name] ?? null;
  const editable = mayEdit(field);

  if (edit.editing || (editable && field.type === 'boolean')) {
    return (
      <Box
        className={classes.editor}
        data-type={field.type}
        onKeyDown={edit.noticeTab}
        onFocus={field.sealed ? wholeSelected : undefined}
      >
        <FieldEditor
          field={offered(field)}
          value={edit.editing ? edit.draft : value}
          record={record}
          error={edit.error}
          autoFocus={edit.editing}
          onChange={edit.change}
          onCommit={edit.commit}
          onCancel={edit.cancel}
        />
      </Box>
    );
  }

  return (
    <Box
      className={classes.value}
      data-editable={editable || undefined}
      data-changed={changed.has(field.name) || undefined}
      onClick={editable ? edit.start : undefined}
    >
      <div className={classes.shown}>
        {isEmpty(value) ? (
          <Text component="span" c="dimmed" aria-label={t('record.empty')}>
            {editable ? t('record.add') : '–'}
          </Text>
        ) : field.sealed ? (
          <RevealingValue key={record.version} field={field} />
        ) : (
          <FieldDisplay field={field} value={value} record={record} />
        )}
      </div>
      {editable && (
        <ActionIcon
          data-hint={t('record.edit', { label: field.label })}
          className={classes.pencil}
          size={24}
          aria-label={t('record.edit', { label: field.label })}
          {...opensValue}
          onFocus={edit.continueTab}
          onClick={edit.start}
        >
          <IconPencil size={14} />
        </ActionIcon>
      )}
    </Box>
  );
}

/** What stands for a sealed value is typed over as a whole, or left as it is. */
function wholeSelected({ target }: FocusEvent) {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select();
}
