import { ActionIcon, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconDots, IconDownload, IconHistory, IconPencil, IconTrash, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type DragEvent, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDelete, useRestore } from '#web/api/mutations.ts';
import { useMeta, useObjectMeta } from '#web/api/queries.ts';
import { formatSize, type StoredFile } from '#web/fields/file/format.ts';
import { fileIcon } from '#web/fields/file/icon.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import classes from './files.module.css';
import { viewOf } from './preview/view-of.ts';
import { namedFile, type RecordFile } from './record-file.ts';

const NewVersionDialog = lazyView(() => import('./new-version-dialog.tsx'), 'NewVersionDialog');
const VersionsDialog = lazyView(() => import('./versions-dialog.tsx'), 'VersionsDialog');

interface FileItemProps {
  readonly object: string;
  readonly file: RecordFile;
  readonly tile: boolean;
  onShow(stored: StoredFile): void;
  onRenew(content: File, remark: string): void;
}

/** One file of a record: opened by a click, renewed by dropping another on it. */
export function FileItem({ object, file, tile, onShow, onRenew }: FileItemProps) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const { user } = useMeta();
  const category = useObjectMeta(object)
    ?.fields.find(({ name }) => name === 'category')
    ?.choices?.find(({ value }) => value === file.category)?.label;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [versions, setVersions] = useState(false);
  const [chosen, choose] = useState<File>();
  const remove = useDelete(object);
  const restore = useRestore(object);
  const stored = namedFile(file);
  if (!stored) return null;
  const Icon = fileIcon(stored.mediaType);
  const when =
    file.broughtAt && new Date(file.broughtAt).toLocaleDateString(locale, { timeZone, dateStyle: 'medium' });
  const facts = [
    file.number > 1 && t('files.number', { number: file.number }),
    formatSize(stored.size, locale),
    category,
    file.author?.name,
    when,
  ];
  const takeAway = async () => {
    try {
      await remove.mutateAsync([file.id]);
      toastWithUndo(t('files.deleted', { name: stored.name }), () =>
        restore.mutate([file.id], { onError: toastProblem }),
      );
    } catch (error) {
      toastProblem(error);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [content] = event.dataTransfer.files;
    if (content) choose(content);
  };
  return (
    <li
      className={tile ? classes.tile : classes.item}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <UnstyledButton className={classes.open} onClick={() => onShow(stored)}>
        {viewOf(stored) === 'image' ? (
          <img className={classes.thumb} src={`/api/files/${stored.id}`} alt="" loading="lazy" />
        ) : (
          <span className={classes.thumb}>
            <Icon size={tile ? 32 : 18} stroke={1.5} aria-hidden />
          </span>
        )}
        <span className={classes.words}>
          <span className={classes.name}>{stored.name}</span>
          <Text span className={classes.facts}>
            {over ? t('files.dropVersion') : facts.filter(Boolean).join(' · ')}
          </Text>
        </span>
      </UnstyledButton>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            className={classes.more}
            variant="subtle"
            color="gray"
            aria-label={t('files.more', { name: stored.name })}
          >
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUpload size={15} />} onClick={() => input.current?.click()}>
            {t('files.newVersion')}
          </Menu.Item>
          <Menu.Item leftSection={<IconHistory size={15} />} onClick={() => setVersions(true)}>
            {t('files.versions')}
          </Menu.Item>
          <Menu.Item
            component="a"
            href={`/api/files/${stored.id}`}
            download={stored.name}
            leftSection={<IconDownload size={15} />}
          >
            {t('files.download')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPencil size={15} />}
            renderRoot={(props) => <Link {...props} to="/$object/$id" params={{ object, id: file.id }} />}
          >
            {t('files.describe')}
          </Menu.Item>
          {(user.administrator || file.createdBy === user.id) && (
            <Menu.Item
              color="var(--mantine-color-error)"
              leftSection={<IconTrash size={15} />}
              onClick={takeAway}
            >
              {t('files.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('files.newVersion')}
        onChange={(event) => {
          const [content] = event.currentTarget.files ?? [];
          if (content) choose(content);
          event.currentTarget.value = '';
        }}
      />
      {chosen && (
        <Suspense fallback={null}>
          <NewVersionDialog
            object={object}
            name={stored.name}
            content={chosen}
            onBring={(remark) => {
              onRenew(chosen, remark);
              choose(undefined);
            }}
            onClose={() => choose(undefined)}
          />
        </Suspense>
      )}
      {versions && (
        <Suspense fallback={null}>
          <VersionsDialog object={object} file={file} onClose={() => setVersions(false)} />
        </Suspense>
      )}
    </li>
  );
}
