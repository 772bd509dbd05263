import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ActionMeta } from '#kernel/meta.ts';
import { type ActionInput, type ActionOutcome, useAction } from '#web/api/mutations.ts';
import type { Target } from '#web/fields/reference/target.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { OutcomeLinks } from './outcome-links.tsx';

/** Runs an action; opens the form for what it drafted, or says that it is done with links to what it touched, and goes to the first of them. */
export function useRunAction(action: ActionMeta, here?: Target) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const run = useAction(action.name);

  const done = (outcome: ActionOutcome, { ids = [] }: ActionInput) => {
    if (outcome.draft) return openRecordForm(outcome.draft);
    const elsewhere = outcome.records.filter(({ id }) => id !== here?.id);
    notifications.show({
      color: 'green',
      message: t('record.actionDone', { action: action.label }),
      ...(elsewhere.length > 0 ? { title: <OutcomeLinks records={elsewhere} /> } : {}),
    });
    const first = outcome.records[0];
    // Whoever chose several in a list goes on with the list.
    const chosen = ids.length > 1 && ids.includes(first?.id ?? '');
    if (first && first.id !== here?.id && !chosen) {
      navigate({ to: '/$object/$id', params: { object: first.object, id: first.id } });
    }
  };

  return {
    running: run.isPending,
    error: run.error,
    reset: run.reset,
    run: async (input: ActionInput): Promise<boolean> => {
      try {
        done(await run.mutateAsync(input), input);
        return true;
      } catch (error) {
        if (action.input.length === 0)
          notifications.show({ color: 'red', message: String((error as Error).message) });
        return false;
      }
    },
  };
}
