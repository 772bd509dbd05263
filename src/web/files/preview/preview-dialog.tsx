import { ActionIcon, Button, Group, Loader, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSize, type StoredFile } from '#web/fields/file/format.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { Modal } from '#web/kit/modal.tsx';
import { useNarrow } from '#web/kit/use-narrow.ts';
import { ImageView } from './image-view.tsx';
import { MediaView } from './media-view.tsx';
import classes from './preview.module.css';
import { TextView } from './text-view.tsx';
import { viewOf } from './view-of.ts';

const PdfView = lazyView(() => import('./pdf-view.tsx'), 'PdfView');

interface PreviewDialogProps {
  readonly files: readonly StoredFile[];
  readonly at: number;
  onMove(at: number): void;
  onClose(): void;
}

/** A file over the page: what it is called, what is in it, and the files beside it. */
export function PreviewDialog({ files, at, onMove, onClose }: PreviewDialogProps) {
  const { t } = useTranslation();
  const { locale } = useFormatting();
  const narrow = useNarrow();
  const file = files[at] as StoredFile;
  const move = (by: number) => {
    if (files[at + by]) onMove(at + by);
  };
  useHotkeys([
    ['ArrowLeft', () => move(-1)],
    ['ArrowRight', () => move(1)],
  ]);
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen={narrow}
      size="min(1100px, 92vw)"
      title={file.name}
      classNames={{ title: classes.title, body: classes.body, content: classes.content }}
    >
      <Group className={classes.bar} gap="sm" wrap="nowrap">
        {files.length > 1 && (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('files.previous')}
              disabled={at === 0}
              onClick={() => move(-1)}
            >
              <IconChevronLeft size={18} />
            </ActionIcon>
            <Text size="sm" c="dimmed">
              {t('files.position', { at: at + 1, of: files.length })}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('files.next')}
              disabled={at === files.length - 1}
              onClick={() => move(1)}
            >
              <IconChevronRight size={18} />
            </ActionIcon>
          </>
        )}
        <Text size="sm" c="dimmed" ml="auto">
          {formatSize(file.size, locale)}
        </Text>
        <Button
          component="a"
          variant="default"
          size="compact-sm"
          href={`/api/files/${file.id}`}
          download={file.name}
          leftSection={<IconDownload size={15} />}
        >
          {t('files.download')}
        </Button>
      </Group>
      <FileBody key={file.id} file={file} />
    </Modal>
  );
}

function FileBody({ file }: { readonly file: StoredFile }) {
  switch (viewOf(file)) {
    case 'image':
      return <ImageView file={file} />;
    case 'pdf':
      return (
        <Suspense fallback={<Loader size="sm" color="gray" m="xl" />}>
          <PdfView file={file} />
        </Suspense>
      );
    case 'text':
      return <TextView file={file} />;
    default:
      return <MediaView file={file} />;
  }
}
