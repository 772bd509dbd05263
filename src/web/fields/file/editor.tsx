import { Button, FileButton, Group, Input, Stack } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorProps } from '../field-props.ts';
import { chrome } from '../input-props.ts';
import classes from './editor.module.css';
import { FileRow } from './file-row.tsx';
import type { StoredFile } from './format.ts';
import { uploadFile } from './upload.ts';

/** Files, dropped or chosen; each is stored at once, the record keeps them when it is saved. */
export function FileEditor(props: EditorProps) {
  const { field, value, onChange, onCommit, onCancel, error } = props;
  const { t } = useTranslation();
  const files = (Array.isArray(value) ? value : []) as readonly StoredFile[];
  const [waiting, setWaiting] = useState(0);
  const [failure, setFailure] = useState<string>();

  const keep = (kept: readonly StoredFile[]) => {
    const next = kept.length > 0 ? kept : null;
    onChange(next);
    onCommit?.(next);
  };
  const add = async (chosen: readonly File[]) => {
    if (chosen.length === 0) return;
    setWaiting(chosen.length);
    setFailure(undefined);
    try {
      keep([...files, ...(await Promise.all(chosen.map(uploadFile)))]);
    } catch (problem) {
      setFailure(problem instanceof Error ? problem.message : String(problem));
    } finally {
      setWaiting(0);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    add([...event.dataTransfer.files]);
  };

  return (
    <Input.Wrapper {...chrome(props)} error={failure ?? error}>
      <Stack
        gap={4}
        className={classes.drop}
        role="group"
        aria-label={field.label}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}
      >
        {files.map((file) => (
          <FileRow
            key={file.id}
            file={file}
            onRemove={() => keep(files.filter(({ id }) => id !== file.id))}
          />
        ))}
        <Group gap="xs">
          <FileButton onChange={add} multiple>
            {(button) => (
              <Button
                {...button}
                variant="default"
                loading={waiting > 0}
                leftSection={<IconPaperclip size={14} />}
              >
                {t('field.addFiles')}
              </Button>
            )}
          </FileButton>
          <span className={classes.hint}>{t('field.dropFiles')}</span>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
