import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConditionCard } from './condition-card.tsx';
import { moved, newStep, stepKinds } from './draft-steps.ts';
import { useDrawing } from './drawing.ts';
import classes from './flow.module.css';
import { StepCard } from './step-card.tsx';
import { TriggerCard } from './trigger-card.tsx';

/** When, if, and then the steps in order: cards one below the other, each edited in its place. */
export function Flow() {
  const { t } = useTranslation();
  const { draft, errors, change } = useDrawing();
  const { steps } = draft;
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    const place = (key: unknown) => steps.findIndex((step) => step.key === key);
    if (over) change({ steps: moved(steps, place(active.id), place(over.id)) });
  };
  return (
    <div className={classes.flow}>
      <TriggerCard />
      <ConditionCard />
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
        <ol className={classes.steps} aria-label={t('settings.automations.steps')}>
          {steps.map((step, at) => (
            <StepCard key={step.key} step={step} at={at} last={at === steps.length - 1} />
          ))}
        </ol>
      </DndContext>
      {errors.steps && <p className={classes.error}>{errors.steps}</p>}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconPlus size={15} />} className={classes.add}>
            {t('settings.automations.addStep')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {stepKinds.map((kind) => (
            <Menu.Item key={kind} onClick={() => change({ steps: [...steps, newStep(kind, steps)] })}>
              {t(`settings.automations.kinds.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
