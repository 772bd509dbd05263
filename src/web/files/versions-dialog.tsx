import { Anchor, Button, Group, Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAction } from '#web/api/mutations.ts';
import { useRecords } from '#web/api/queries.ts';
import { formatSize } from '#web/fields/file/format.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { Modal } from '#web/kit/modal.tsx';
import { toast, toastProblem } from '#web/kit/toast.tsx';
import classes from './files.module.css';
import { showFile } from './preview/preview-store.ts';
import { type FileVersion, type RecordFile, versionFields } from './record-file.ts';
import { useFileVersions } from './use-file-versions.ts';

interface VersionsDialogProps {
  readonly object: string;
  readonly file: RecordFile;
  onClose(): void;
}

/** Everything that a file ever was: who brought it, when and why; each can be looked at and made the present one. */
export function VersionsDialog({ object, file, onClose }: VersionsDialogProps) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const { former, ...verbs } = useFileVersions(object);
  const restore = useAction(verbs.restore);
  const { data, isPending } = useRecords(former, {
    where: { document: file.id },
    select: versionFields.join(','),
    sort: '-number',
    limit: 100,
  });
  const older = (data?.pages.flatMap(({ records }) => records) ?? []) as unknown as readonly FileVersion[];
  const all: readonly FileVersion[] = [file, ...older];
  const files = all.flatMap(({ content }) => content ?? []);
  const makePresent = (number: number) =>
    restore.mutate(
      { id: file.id, input: { number, remark: t('files.restoredFrom', { number }) } },
      {
        onSuccess: () => {
          toast(t('files.restored', { number }));
          onClose();
        },
        onError: toastProblem,
      },
    );
  return (
    <Modal opened onClose={onClose} size="lg" title={t('files.versionsOf', { name: file.name ?? '' })}>
      <ol className={classes.versions}>
        {all.map(({ id, number, content, remark, author, broughtAt }) => {
          const [stored] = content ?? [];
          const at =
            broughtAt &&
            new Date(broughtAt).toLocaleString(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
          return (
            <li key={id}>
              <Group wrap="nowrap" gap="sm" align="flex-start">
                <Text fw={600} size="sm" className={classes.number}>
                  {t('files.number', { number })}
                </Text>
                <div className={classes.words}>
                  {stored && (
                    <Anchor component="button" size="sm" ta="left" onClick={() => showFile(stored, files)}>
                      {stored.name}
                    </Anchor>
                  )}
                  <Text size="xs" c="dimmed">
                    {[author?.name, at, stored && formatSize(stored.size, locale)]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                  {remark && <Text size="sm">{remark}</Text>}
                </div>
                {id === file.id ? (
                  <Text size="xs" c="dimmed" className={classes.aside}>
                    {t('files.present')}
                  </Text>
                ) : (
                  <Button
                    variant="default"
                    size="compact-xs"
                    className={classes.aside}
                    loading={restore.isPending}
                    onClick={() => makePresent(number)}
                  >
                    {t('files.makePresent')}
                  </Button>
                )}
              </Group>
            </li>
          );
        })}
      </ol>
      {isPending && <Skeleton height={32} />}
    </Modal>
  );
}
