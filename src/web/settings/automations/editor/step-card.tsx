import { useDraggable, useDroppable } from '@dnd-kit/core';
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnStep } from '#kernel/run-time/automation-definition.ts';
import { errorsUnder } from '#web/forms/errors-under.ts';
import { stepOf } from '../../layouts/editor/step-of.ts';
import { moved } from './draft-steps.ts';
import { useDrawing } from './drawing.ts';
import classes from './flow.module.css';
import { StepBody } from './step-body.tsx';

interface StepCardProps {
  readonly step: DrawnStep;
  readonly at: number;
  readonly last: boolean;
}

/** A step in its place: dragged by its grip, moved by its arrows or by Alt with an arrow key. */
export function StepCard({ step, at, last }: StepCardProps) {
  const { t } = useTranslation();
  const { draft, errors, change } = useDrawing();
  const id = step.key ?? String(at);
  const drag = useDraggable({ id });
  const drop = useDroppable({ id });
  const title = t(`settings.automations.kinds.${step.do}`);
  const label = `${t('settings.automations.then')} ${at + 1}: ${title}`;
  const go = (to: number) => {
    const next = moved(draft.steps, at, to);
    if (next !== draft.steps)
      change({ steps: next }, t('settings.automations.moved', { title, place: to + 1 }));
  };
  const byKey = (event: KeyboardEvent) => {
    const by = stepOf(event);
    if (by !== 0) go(at + by);
  };
  const own = errorsUnder(errors, `steps.${at}`);
  const style = drag.transform ? { transform: `translateY(${Math.round(drag.transform.y)}px)` } : undefined;
  return (
    <li
      ref={drop.setNodeRef}
      className={classes.card}
      style={style}
      data-over={(drop.isOver && !drag.isDragging) || undefined}
      data-dragged={drag.isDragging || undefined}
      data-wrong={Object.keys(own).length > 0 || undefined}
      aria-label={label}
    >
      <header className={classes.cardHead}>
        <span className={classes.grip} ref={drag.setNodeRef} {...drag.listeners} aria-hidden>
          <IconGripVertical size={15} />
        </span>
        <span className={classes.mark}>
          {t('settings.automations.then')} {at + 1}
        </span>
        <h3>{title}</h3>
        <ActionIcon
          aria-label={t('list.moveUp', { label: `${title} ${at + 1}` })}
          disabled={at === 0}
          onClick={() => go(at - 1)}
          onKeyDown={byKey}
        >
          <IconArrowUp size={14} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('list.moveDown', { label: `${title} ${at + 1}` })}
          disabled={last}
          onClick={() => go(at + 1)}
          onKeyDown={byKey}
        >
          <IconArrowDown size={14} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('settings.automations.removeStep', { title, place: at + 1 })}
          onClick={() => change({ steps: draft.steps.toSpliced(at, 1) })}
          onKeyDown={byKey}
        >
          <IconTrash size={14} />
        </ActionIcon>
      </header>
      <div className={classes.cardBody}>
        <StepBody
          step={step}
          errors={own}
          onChange={(next) => change({ steps: draft.steps.with(at, { ...next, key: id }) })}
        />
      </div>
    </li>
  );
}
