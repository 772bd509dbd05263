import { ActionIcon, Button, FileButton, Group, Progress, Select, Skeleton, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCamera, IconLayoutGrid, IconList, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '#web/kit/use-narrow.ts';
import { useRecordScope } from '#web/record/record-scope.ts';
import { FileItem } from './file-item.tsx';
import classes from './files.module.css';
import { showFile } from './preview/preview-store.ts';
import { namedFile } from './record-file.ts';
import { useBringFiles } from './use-bring-files.ts';
import { useDropOnPage } from './use-drop-on-page.ts';
import { type FileOrder, orders, useFilesObject, useRecordFiles } from './use-record-files.ts';

/** The files of the record: dropped anywhere on its page, looked at without leaving it. */
export function FilesPanel() {
  const { object } = useRecordScope();
  const files = useFilesObject(object.name);
  return files ? <Panel files={files.name} mayAdd={files.can.create} /> : null;
}

function Panel({ files: name, mayAdd }: { readonly files: string; readonly mayAdd: boolean }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { object, record } = useRecordScope();
  const [order, setOrder] = useLocalStorage<FileOrder>({
    key: 'guanxi.files.sortedBy',
    defaultValue: '-broughtAt',
  });
  const [tiles, setTiles] = useLocalStorage({ key: 'guanxi.files.tiles', defaultValue: false });
  const { files, isPending } = useRecordFiles(name, record.id, order);
  const { coming, add, renew } = useBringFiles(name, { object: object.name, id: record.id });
  const over = useDropOnPage(mayAdd, add);
  const shown = files.flatMap((file) => namedFile(file) ?? []);

  return (
    <section className={classes.panel} aria-label={t('files.title')} data-over={over || undefined}>
      <Group gap={6} wrap="nowrap" className={classes.head}>
        <h2>{t('files.title')}</h2>
        <Text span size="xs" c="dimmed">
          {files.length > 0 && files.length}
        </Text>
        <span className={classes.space} />
        {files.length > 1 && (
          <Select
            size="xs"
            w={96}
            variant="unstyled"
            aria-label={t('files.sortedBy')}
            value={order}
            allowDeselect={false}
            data={orders.map((value) => ({ value, label: t(`files.sorts.${value.replace('-', '')}`) }))}
            onChange={(value) => setOrder(value as FileOrder)}
          />
        )}
        {files.length > 0 && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t(tiles ? 'files.asList' : 'files.asTiles')}
            onClick={() => setTiles(!tiles)}
          >
            {tiles ? <IconList size={16} /> : <IconLayoutGrid size={16} />}
          </ActionIcon>
        )}
        {mayAdd && narrow && (
          <FileButton accept="image/*" capture="environment" onChange={(photo) => photo && add([photo])}>
            {(button) => (
              <ActionIcon {...button} variant="subtle" color="gray" aria-label={t('files.takePhoto')}>
                <IconCamera size={16} />
              </ActionIcon>
            )}
          </FileButton>
        )}
        {mayAdd && (
          <FileButton multiple onChange={add}>
            {(button) => (
              <ActionIcon {...button} variant="subtle" color="gray" aria-label={t('files.add')}>
                <IconPlus size={16} />
              </ActionIcon>
            )}
          </FileButton>
        )}
      </Group>
      {isPending && <Skeleton height={28} />}
      {over && <Text className={classes.drop}>{t('files.dropHere')}</Text>}
      {coming.map(({ key, name: label, share }) => (
        <div key={key} className={classes.coming} role="status">
          <Text size="sm" truncate>
            {label}
          </Text>
          <Progress value={share * 100} size="sm" aria-label={t('files.coming', { name: label })} />
        </div>
      ))}
      {!isPending && files.length === 0 && coming.length === 0 && !over && (
        <FileButton multiple onChange={add} disabled={!mayAdd}>
          {(button) => (
            <Button {...button} variant="subtle" color="gray" size="compact-sm" disabled={!mayAdd}>
              {t(narrow ? 'files.none' : 'files.noneDrop')}
            </Button>
          )}
        </FileButton>
      )}
      <ul className={tiles ? classes.tiles : classes.list}>
        {files.map((file) => (
          <FileItem
            key={file.id}
            object={name}
            file={file}
            tile={tiles}
            onShow={(stored) => showFile(stored, shown)}
            onRenew={(content, remark) => renew(file, content, remark)}
          />
        ))}
      </ul>
    </section>
  );
}
