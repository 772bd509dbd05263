import { ActionIcon, Button } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { summedBoards } from '../personal-views.ts';
import type { FirstStep } from './first-step.ts';
import classes from './first-steps.module.css';
import { useStepsWish } from './use-steps-wish.ts';

interface FirstStepsProps {
  readonly steps: readonly FirstStep[];
  /** What the product is about in the first place. */
  readonly subject: ObjectMeta;
}

/** What somebody new begins with, ticked off by what there is; put away when he likes, and had again from the help. */
export function FirstSteps({ steps, subject }: FirstStepsProps) {
  const { t } = useTranslation();
  const [, setWish] = useStepsWish();
  const done = steps.filter((step) => step.done).length;
  return (
    <section className={classes.card} aria-labelledby="first-steps">
      <header className={classes.head}>
        <h2 id="first-steps">{t('steps.title')}</h2>
        <span role="status">{t('steps.done', { done, all: steps.length })}</span>
        <ActionIcon
          data-hint={t('steps.putAway')}
          className={classes.away}
          aria-label={t('steps.putAway')}
          onClick={() => setWish('away')}
        >
          <IconX size={16} />
        </ActionIcon>
      </header>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step.name} data-done={step.done || undefined}>
            {step.done ? (
              <IconCircleCheckFilled size={18} aria-label={t('steps.isDone')} />
            ) : (
              <IconCircle size={18} stroke={1.5} aria-label={t('steps.isOpen')} />
            )}
            <div>
              <strong>{t(`steps.${step.name}.title`, { object: subject.plural })}</strong>
              <p>{t(`steps.${step.name}.text`, { object: subject.plural })}</p>
            </div>
            <span className={classes.ways}>
              <Ways name={step.name} subject={subject} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What leads to a step. */
function Ways({ name, subject }: { readonly name: string; readonly subject: ObjectMeta }) {
  const { t } = useTranslation();
  const meta = useMeta();
  const go = t('steps.go');
  const create = subject.can.create && (
    <Button variant="default" size="xs" onClick={() => openRecordForm({ object: subject.name })}>
      {t('record.new', { label: subject.label })}
    </Button>
  );
  const part = { people: 'people', company: 'company', protect: 'security', notices: 'notifications' }[name];
  const named = t(`steps.${name}.title`, { object: subject.plural });
  if (part !== undefined)
    return (
      <Button
        variant="default"
        size="xs"
        aria-label={`${go} ${named}`}
        renderRoot={(props) => <Link {...props} to="/settings" search={{ part }} />}
      >
        {go}
      </Button>
    );
  if (name === 'record') return create;
  if (name === 'records')
    return (
      <>
        {subject.can.import && (
          <Button size="xs" color="seal" renderRoot={(props) => <Link {...props} to="/import" />}>
            {t('list.import')}
          </Button>
        )}
        {create}
      </>
    );
  const board = name === 'view' ? summedBoards(meta)[0]?.object.name : undefined;
  const boards = meta.objects.find(({ purpose }) => purpose === 'dashboard')?.name;
  const object = board ?? (name === 'dashboard' ? boards : undefined) ?? subject.name;
  return (
    <Button
      variant="default"
      size="xs"
      aria-label={`${go} ${named}`}
      renderRoot={(props) => (
        <Link {...props} to={board === undefined ? '/$object' : '/$object/board'} params={{ object }} />
      )}
    >
      {go}
    </Button>
  );
}
