import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Modal } from '#web/kit/modal.tsx';
import { useStore } from '#web/kit/store.ts';
import { followingQuestion } from './ask-following.ts';
import type { Moves } from './following.ts';

const none: Moves = new Map();

/** Asks what moves with a bar that others come after, and says how many of them. */
export function FollowingDialog() {
  const { t } = useTranslation();
  const question = useStore(followingQuestion.open);
  if (!question) return null;
  const { name, days, along, pushed, answer } = question;
  const by = t(days < 0 ? 'schedule.earlier' : 'schedule.later', { count: Math.abs(days) });
  return (
    <Modal
      opened
      onClose={() => answer(undefined)}
      title={t('schedule.follows', { name, count: along.size })}
      centered
    >
      <Stack gap="xs">
        <Button variant="default" data-autofocus onClick={() => answer(along)}>
          {t('schedule.moveAlong', { count: along.size, by })}
        </Button>
        {pushed.size > 0 && (
          <Button variant="default" onClick={() => answer(pushed)}>
            {t('schedule.movePushed', { count: pushed.size })}
          </Button>
        )}
        <Button variant="default" onClick={() => answer(none)}>
          {t('schedule.moveAlone')}
        </Button>
      </Stack>
    </Modal>
  );
}
