import { UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecordScope } from '../record-scope.ts';
import { pathSteps } from './path-steps.ts';
import classes from './stage-path.module.css';

/** The record's way through its stages; a click goes to a stage that may follow. */
export function StagePath() {
  const { t } = useTranslation();
  const { object, record, save, mayEdit, offered } = useRecordScope();
  const field = object.fields.find(({ name }) => name === object.page.path);
  const list = useRef<HTMLOListElement>(null);
  const value = field ? record[field.name] : null;

  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (list.current && current && value) list.current.scrollLeft = current.offsetLeft - 48;
  }, [value]);

  if (!field) return null;
  const move = async (to: string) => {
    const refused = await save({ [field.name]: to }, { [field.name]: value });
    if (refused) {
      notifications.show({ color: 'red', message: refused.errors[field.name] ?? refused.message });
    }
  };

  return (
    <ol className={classes.path} ref={list} aria-label={field.label}>
      {pathSteps(offered(field), value).map((step) => {
        const allowed = step.allowed && mayEdit(field);
        const current = step.state === 'current' || step.state === 'ended';
        return (
          <li key={step.value} className={classes.item}>
            <UnstyledButton
              data-hint={
                current
                  ? field.label
                  : allowed
                    ? t('record.moveTo', { stage: step.label })
                    : t('record.cannotMove')
              }
              className={classes.step}
              data-state={step.state}
              data-color={step.color}
              data-allowed={allowed || undefined}
              aria-current={current ? 'step' : undefined}
              aria-disabled={!allowed}
              onClick={() => allowed && move(step.value)}
            >
              {step.state === 'done' && <IconCheck size={13} aria-hidden />}
              {step.label}
            </UnstyledButton>
          </li>
        );
      })}
    </ol>
  );
}
