import { ActionIcon, Anchor, Switch } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useDelete, useRestore, useUpdate } from '#web/api/mutations.ts';
import { useMeta } from '#web/api/queries.ts';
import { toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { useFaults } from '../fields/use-definitions.ts';
import classes from './automations.module.css';
import { everyStep } from './editor/draft-steps.ts';
import { useTriggerWords } from './use-automation-words.ts';
import type { StoredAutomation } from './use-automations.ts';

interface AutomationRowProps {
  readonly kind: ObjectMeta;
  readonly automation: StoredAutomation;
  onEdit(): void;
}

/** One automation of the list: what it is called, when it starts, whether it works, and why not. */
export function AutomationRow({ kind, automation, onEdit }: AutomationRowProps) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const { data: faults } = useFaults();
  const triggerWords = useTriggerWords();
  const update = useUpdate(kind.name);
  const remove = useDelete(kind.name);
  const restore = useRestore(kind.name);
  const { id, version, name, active, trigger, steps } = automation;
  const object = objects.find((one) => one.name === automation.object);
  const takeAway = () =>
    remove.mutate([id], {
      onSuccess: () => toastWithUndo(t('settings.automations.removed', { name }), () => restore.mutate([id])),
      onError: toastProblem,
    });
  return (
    <tr>
      <td>
        <Anchor component="button" type="button" inherit onClick={onEdit}>
          {name}
        </Anchor>
        <span className={classes.when}>
          {object?.label ?? automation.object} · {triggerWords(object, trigger)} ·{' '}
          {t('settings.automations.stepCount', { count: everyStep(steps ?? []).length })}
        </span>
        {faults?.has(id) && (
          <span className={classes.fault}>{t('settings.automations.fault', { reason: faults.get(id) })}</span>
        )}
      </td>
      <td>
        <Switch
          checked={active}
          aria-label={t('settings.automations.switch', { name })}
          onChange={(event) =>
            update.mutate(
              { id, version, values: { active: event.currentTarget.checked } },
              { onError: toastProblem },
            )
          }
        />
      </td>
      <td className={classes.verbs}>
        <ActionIcon aria-label={t('settings.automations.remove', { name })} onClick={takeAway}>
          <IconTrash size={15} />
        </ActionIcon>
      </td>
    </tr>
  );
}
