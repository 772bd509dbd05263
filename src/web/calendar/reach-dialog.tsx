import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Modal } from '#web/kit/modal.tsx';
import { useStore } from '#web/kit/store.ts';
import { reachQuestion } from './ask-reach.ts';

/** Asks how much of a series is meant. */
export function ReachDialog() {
  const { t } = useTranslation();
  const question = useStore(reachQuestion.open);
  return (
    <Modal
      opened={question !== undefined}
      onClose={() => question?.answer(undefined)}
      title={t(`calendar.reach.${question?.about ?? 'move'}`)}
      size="xs"
      centered
    >
      <Stack gap="xs">
        {(['this', 'following', 'all'] as const).map((reach) => (
          <Button
            key={reach}
            variant="default"
            data-autofocus={reach === 'this' || undefined}
            onClick={() => question?.answer(reach)}
          >
            {t(`calendar.reach.${reach}`)}
          </Button>
        ))}
      </Stack>
    </Modal>
  );
}
