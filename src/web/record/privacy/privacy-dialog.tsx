import { Button, Stack, Text, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '#web/api/problem.ts';
import { useMeta } from '#web/api/queries.ts';
import { Modal } from '#web/kit/modal.tsx';
import { toast } from '#web/kit/toast.tsx';
import { ConfirmButton } from '#web/settings/confirm-button.tsx';
import { type Erasure, useArchiveHref, useErase, useErasurePreview } from './use-erasure.ts';

/** What is known of the person: to be handed over, or erased for good. */
export function PrivacyDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const archive = useArchiveHref();
  const { data } = useErasurePreview();
  const erase = useErase();
  const [reason, setReason] = useState('');
  const problem = erase.error instanceof ProblemError ? erase.error.fields.reason : undefined;
  const confirm = () =>
    erase.mutate(reason, {
      onSuccess: () => {
        toast(t('record.privacy.done'));
        onClose();
      },
    });
  return (
    <Modal opened onClose={onClose} title={t('record.privacy.title')} size="lg">
      <Stack gap="lg">
        <section aria-label={t('record.privacy.give')}>
          <Text fw={600}>{t('record.privacy.give')}</Text>
          <Text size="sm" c="dimmed" mb="sm">
            {t('record.privacy.giveText')}
          </Text>
          <Button
            component="a"
            href={archive}
            download
            variant="default"
            leftSection={<IconDownload size={15} stroke={1.6} />}
          >
            {t('record.privacy.download')}
          </Button>
        </section>
        <section aria-label={t('record.privacy.erase')}>
          <Text fw={600}>{t('record.privacy.erase')}</Text>
          <Text size="sm" c="dimmed" mb="sm">
            {t('record.privacy.eraseText')}
          </Text>
          {data && <Counts label={t('record.privacy.goes')} counts={data.erased} />}
          {data && data.kept.length > 0 && <Counts label={t('record.privacy.stays')} counts={data.kept} />}
          <TextInput
            mt="sm"
            mb="sm"
            label={t('record.privacy.reason')}
            placeholder={t('record.privacy.reasonExample')}
            value={reason}
            maxLength={500}
            error={problem}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ConfirmButton
            label={t('record.privacy.erase')}
            question={t('record.privacy.sure')}
            onConfirm={confirm}
          />
        </section>
      </Stack>
    </Modal>
  );
}

/** How many records of each kind, in a line. */
function Counts({ label, counts }: { readonly label: string; readonly counts: Erasure['kept'] }) {
  const { objects } = useMeta();
  const plural = (name: string) => objects.find((object) => object.name === name)?.plural ?? name;
  return (
    <Text size="sm">
      {label} {counts.map(({ object, count }) => `${plural(object)} ${count}`).join(' · ')}
    </Text>
  );
}
