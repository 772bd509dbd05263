import { useDraggable, useDroppable } from '@dnd-kit/core';
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnStep } from '#kernel/run-time/automation-definition.ts';
import { errorsUnder } from '#web/forms/errors-under.ts';
import { stepOf } from '../../layouts/editor/step-of.ts';
import { moved } from './draft-steps.ts';
import { useDrawing } from './drawing.ts';
import classes from './flow.module.css';

interface StepCardProps {
  readonly step: DrawnStep;
  /** The list in which it stands, and its place there. */
  readonly steps: readonly DrawnStep[];
  readonly index: number;
  /** Where it stands, as errors name it, and the number that it is shown with. */
  readonly at: string;
  readonly number: string;
  readonly children: ReactNode;
  onChange(steps: readonly DrawnStep[], said?: string): void;
}

/** A step in its place: dragged by its grip, moved by its arrows or by Alt with an arrow key. */
export function StepCard(props: StepCardProps) {
  const { step, steps, index, at, number, children, onChange } = props;
  const { t } = useTranslation();
  const { errors } = useDrawing();
  const id = step.key ?? at;
  const drag = useDraggable({ id });
  const drop = useDroppable({ id });
  const title = t(`settings.automations.kinds.${step.do}`);
  const label = `${t('settings.automations.then')} ${number}: ${title}`;
  const go = (to: number) => {
    const next = moved(steps, index, to);
    if (next === steps) return;
    const place = number.replace(/\d+$/, (own) => String(Number(own) + to - index));
    onChange(next, t('settings.automations.moved', { title, place }));
  };
  const byKey = (event: KeyboardEvent) => {
    const by = stepOf(event);
    if (by !== 0) go(index + by);
  };
  // What is wrong within a branch is shown at the card there.
  const wrong = Object.keys(errorsUnder(errors, at)).some((name) => !/^(steps|otherwise)\.\d/.test(name));
  const style = drag.transform ? { transform: `translateY(${Math.round(drag.transform.y)}px)` } : undefined;
  return (
    <li
      ref={drop.setNodeRef}
      className={classes.card}
      style={style}
      data-over={(drop.isOver && !drag.isDragging) || undefined}
      data-dragged={drag.isDragging || undefined}
      data-wrong={wrong || undefined}
      aria-label={label}
    >
      <header className={classes.cardHead}>
        <span className={classes.grip} ref={drag.setNodeRef} {...drag.listeners} aria-hidden>
          <IconGripVertical size={15} />
        </span>
        <span className={classes.mark}>
          {t('settings.automations.then')} {number}
        </span>
        <h3>{title}</h3>
        <ActionIcon
          aria-label={t('list.moveUp', { label: `${title} ${number}` })}
          disabled={index === 0}
          onClick={() => go(index - 1)}
          onKeyDown={byKey}
        >
          <IconArrowUp size={14} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('list.moveDown', { label: `${title} ${number}` })}
          disabled={index === steps.length - 1}
          onClick={() => go(index + 1)}
          onKeyDown={byKey}
        >
          <IconArrowDown size={14} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('settings.automations.removeStep', { title, place: number })}
          onClick={() => onChange(steps.toSpliced(index, 1))}
          onKeyDown={byKey}
        >
          <IconTrash size={14} />
        </ActionIcon>
      </header>
      <div className={classes.cardBody}>{children}</div>
    </li>
  );
}
