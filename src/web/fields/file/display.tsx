import { Stack } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { DisplayProps } from '../field-props.ts';
import { FileRow } from './file-row.tsx';
import type { StoredFile } from './format.ts';

/** The files of a record; in a table cell, the only one or how many. */
export function FileDisplay({ value, dense }: DisplayProps) {
  const files = (Array.isArray(value) ? value : []) as readonly StoredFile[];
  if (dense) {
    return (
      <span title={files.map((file) => file.name).join('\n')}>
        <IconPaperclip size={14} aria-hidden /> {files.length === 1 ? files[0]?.name : files.length}
      </span>
    );
  }
  return (
    <Stack gap={4}>
      {files.map((file) => (
        <FileRow key={file.id} file={file} among={files} />
      ))}
    </Stack>
  );
}
