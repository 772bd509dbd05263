import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { Modal } from '#web/kit/modal.tsx';
import { useStore } from '#web/kit/store.ts';
import { takenQuestion } from './confirm-taken.ts';
import { spanInWords } from './span-in-words.ts';
import { TakenList } from './taken-list.tsx';

/** Says who is taken up before a record is moved, and asks whether to go on. */
export function TakenDialog({ object: { occurs } }: { readonly object: ObjectMeta }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const question = useStore(takenQuestion.open);
  if (question === undefined) return null;
  const { foreseen, answer } = question;
  const { free } = foreseen;
  return (
    <Modal opened onClose={() => answer(undefined)} title={t('taken.title')} size="sm" centered>
      <Stack gap="sm">
        <TakenList {...foreseen} />
        <Button variant="default" onClick={() => answer({})} data-autofocus>
          {t('taken.proceed')}
        </Button>
        {free && occurs?.to && (
          <Button
            variant="default"
            onClick={() => answer({ [occurs.from]: free.from, ...(occurs.to && { [occurs.to]: free.to }) })}
          >
            {t('taken.useFree', { when: spanInWords(free, locale, timeZone) })}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={() => answer(undefined)}>
          {t('taken.back')}
        </Button>
      </Stack>
    </Modal>
  );
}
