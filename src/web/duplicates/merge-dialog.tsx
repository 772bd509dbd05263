import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta, useRecord } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { selectFor } from '#web/fields/select.ts';
import { Modal } from '#web/kit/modal.tsx';
import { toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { bare } from '#web/record/saving/rival-values.ts';
import { differingFields } from './differing-fields.ts';
import { type Keeper, MergeChoice } from './merge-choice.tsx';
import { type Suspect, useMerge, useUnmerge } from './use-duplicates.ts';

interface MergeDialogProps {
  readonly object: ObjectMeta;
  /** The one that stays. */
  readonly record: RecordJson;
  readonly suspect: Pick<Suspect, 'id'>;
  onClose(): void;
}

/** Two records side by side: which value to keep where they differ. What refers to the other moves here. */
export function MergeDialog({ object, record, suspect, onClose }: MergeDialogProps) {
  const { t } = useTranslation();
  const meta = useMeta();
  const { data: other } = useRecord(object.name, suspect.id, selectFor(meta, object.fields));
  return (
    <Modal opened onClose={onClose} title={t('duplicates.mergeTitle', { label: object.label })} size="xl">
      {other && <MergeForm object={object} record={record} other={other} onClose={onClose} />}
    </Modal>
  );
}

interface MergeFormProps extends Omit<MergeDialogProps, 'suspect'> {
  readonly other: RecordJson;
}

function MergeForm({ object, record, other, onClose }: MergeFormProps) {
  const { t } = useTranslation();
  const fields = differingFields(object.fields, record, other);
  // An empty field takes what the other has; a filled one keeps its own.
  const [kept, setKept] = useState<Readonly<Record<string, Keeper>>>(() =>
    Object.fromEntries(fields.map(({ field, fill }) => [field.name, fill ? 'other' : 'this'])),
  );
  const merge = useMerge(object.name, record.id);
  const unmerge = useUnmerge(object.name, record.id);
  // The dialog may be gone by the time the merge is done: with the duplicate its banner goes too.
  const submit = async () => {
    const chosen = fields.filter(({ field }) => kept[field.name] === 'other');
    const values = Object.fromEntries(chosen.map(({ field }) => [field.name, bare(other[field.name])]));
    try {
      await merge.mutateAsync({ with: [other.id], values });
    } catch (error) {
      return toastProblem(error);
    }
    onClose();
    toastWithUndo(t('duplicates.merged', { name: String(other[object.nameField] ?? '') }), () => {
      unmerge.mutateAsync().catch(toastProblem);
    });
  };
  return (
    <Stack gap="md">
      <Text c="dimmed">{t('duplicates.mergeText', { label: object.label })}</Text>
      {fields.length === 0 && <Text>{t('duplicates.nothingDiffers')}</Text>}
      {fields.map(({ field }) => (
        <MergeChoice
          key={field.name}
          field={field}
          own={record[field.name]}
          other={other[field.name]}
          keeper={kept[field.name] ?? 'this'}
          onChoose={(keeper) => setKept({ ...kept, [field.name]: keeper })}
        />
      ))}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('record.cancel')}
        </Button>
        <Button color="seal" loading={merge.isPending} onClick={submit}>
          {t('duplicates.merge')}
        </Button>
      </Group>
    </Stack>
  );
}
