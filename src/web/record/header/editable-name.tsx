import { Box, Title } from '@mantine/core';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import { useInlineEdit } from '../details/use-inline-edit.ts';
import { useRecordScope } from '../record-scope.ts';
import classes from './editable-name.module.css';

/** The record's name as the page's heading; a click makes it an input. */
export function EditableName() {
  const { object, record, mayEdit } = useRecordScope();
  const field = object.fields.find(({ name }) => name === object.nameField);
  return field ? (
    <NameHeading key={field.name} field={field} editable={mayEdit(field)} value={record[field.name]} />
  ) : null;
}

interface NameHeadingProps {
  readonly field: Parameters<typeof useInlineEdit>[0];
  readonly editable: boolean;
  readonly value: unknown;
}

function NameHeading({ field, editable, value }: NameHeadingProps) {
  const edit = useInlineEdit(field);
  if (edit.editing) {
    return (
      <Box className={classes.editor}>
        <FieldEditor
          field={field}
          value={edit.draft}
          error={edit.error}
          autoFocus
          onChange={edit.change}
          onCommit={edit.commit}
          onCancel={edit.cancel}
        />
      </Box>
    );
  }
  return (
    <Title
      order={1}
      className={classes.name}
      data-editable={editable || undefined}
      tabIndex={editable ? 0 : undefined}
      onClick={editable ? edit.start : undefined}
      onKeyDown={(event) => editable && event.key === 'Enter' && edit.start()}
    >
      <FieldDisplay field={field} value={value} />
    </Title>
  );
}
