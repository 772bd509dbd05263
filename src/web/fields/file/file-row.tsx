import { Anchor, CloseButton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showFile } from '#web/files/preview/preview-store.ts';
import { useFormatting } from '../use-formatting.ts';
import classes from './file-row.module.css';
import { formatSize, type StoredFile } from './format.ts';
import { fileIcon } from './icon.ts';

interface FileRowProps {
  readonly file: StoredFile;
  /** The files beside it, to go on to. */
  readonly among?: readonly StoredFile[];
  onRemove?(): void;
}

/** A stored file: its kind, its name to look at it by, its size. */
export function FileRow({ file, among, onRemove }: FileRowProps) {
  const { t } = useTranslation();
  const { locale } = useFormatting();
  const Icon = fileIcon(file.mediaType);
  return (
    <span className={classes.row}>
      <Icon size={16} stroke={1.6} aria-hidden />
      <Anchor
        inherit
        className={classes.name}
        href={`/api/files/${file.id}`}
        download={file.name}
        onClick={(event) => {
          event.stopPropagation();
          // With a key held down it is for the browser, as any link.
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          showFile(file, among);
        }}
      >
        {file.name}
      </Anchor>
      <Text component="span" size="xs" c="dimmed" className={classes.size}>
        {formatSize(file.size, locale)}
      </Text>
      {onRemove && (
        <CloseButton size="xs" aria-label={t('field.removeFile', { name: file.name })} onClick={onRemove} />
      )}
    </span>
  );
}
