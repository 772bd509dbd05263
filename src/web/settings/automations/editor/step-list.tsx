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
import type { DrawnBranch, DrawnLoop, DrawnStep } from '#kernel/run-time/automation-definition.ts';
import { mostWithin, notInLoops } from '#kernel/run-time/automation-shapes.ts';
import { errorsUnder } from '#web/forms/errors-under.ts';
import { everyStep, moved, newStep, stepKinds } from './draft-steps.ts';
import { useDrawing } from './drawing.ts';
import classes from './flow.module.css';
import { StepBody } from './step-body.tsx';
import { StepCard } from './step-card.tsx';

interface StepListProps {
  readonly steps: readonly DrawnStep[];
  /** Where the list stands, as errors name it: `steps`, `steps.2.otherwise`. */
  readonly at: string;
  /** What the numbers of its steps begin with, and how many have come before. */
  readonly prefix?: string;
  readonly before?: number;
  /** Within how many branches and loops it stands. */
  readonly within?: number;
  readonly label: string;
  onChange(steps: readonly DrawnStep[], said?: string): void;
}

/** Steps in their order, which is changed by dragging or by the arrows, and the choice of a further one. */
export function StepList(props: StepListProps) {
  const { steps, at, prefix = '', before = 0, within = 0, label, onChange } = props;
  const { t } = useTranslation();
  const { start, draft, errors } = useDrawing();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    const place = (key: unknown) => steps.findIndex((step) => step.key === key);
    if (over) onChange(moved(steps, place(active.id), place(over.id)));
  };
  const parts = within < mostWithin ? [] : ['branch', 'forEach'];
  const closed = [...parts, ...(start ? notInLoops : [])];
  const kinds = stepKinds.filter((kind) => !closed.includes(kind));
  return (
    <>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
        <ol className={classes.steps} aria-label={label}>
          {steps.map((step, index) => {
            const own = `${at}.${index}`;
            const number = `${prefix}${before + index + 1}`;
            const put = (next: DrawnStep, said?: string) =>
              onChange(steps.with(index, { ...next, key: step.key ?? own }), said);
            return (
              <StepCard key={step.key} {...{ step, steps, index, number, onChange }} at={own}>
                <StepBody
                  step={step}
                  errors={errorsUnder(errors, own)}
                  onChange={put}
                  inner={(outer: DrawnBranch | DrawnLoop, way: 'steps' | 'otherwise') => (
                    <StepList
                      steps={
                        (way === 'steps' || outer.do === 'forEach' ? outer.steps : outer.otherwise) ?? []
                      }
                      at={`${own}.${way}`}
                      prefix={`${number}.`}
                      before={way === 'steps' ? 0 : outer.steps.length}
                      within={within + 1}
                      label={t(`settings.automations.ways.${outer.do === 'forEach' ? 'each' : way}`)}
                      onChange={(inner, said) => put({ ...outer, [way]: inner }, said)}
                    />
                  )}
                />
              </StepCard>
            );
          })}
        </ol>
      </DndContext>
      {errors[at] && <p className={classes.error}>{errors[at]}</p>}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconPlus size={15} />} className={classes.add}>
            {t('settings.automations.addStep')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {kinds.map((kind) => (
            <Menu.Item key={kind} onClick={() => onChange([...steps, newStep(kind, everyStep(draft.steps))])}>
              {t(`settings.automations.kinds.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
