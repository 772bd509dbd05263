import {
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { besideArea } from '#kernel/run-time/page-layout.ts';
import { freeName, withTabAt } from '../draft.ts';
import { useLayoutWords } from '../use-layout-words.ts';
import { AreaCard } from './area-card.tsx';
import { dropped, takes } from './dropped.ts';
import { type Grip, useEditing } from './editing.ts';
import classes from './editor.module.css';
import { HighlightStrip } from './highlight-strip.tsx';
import { Palette } from './palette.tsx';
import { usePartWords } from './use-part-words.ts';

/** What is under the pointer and takes what is carried, the innermost first. */
const underPointer: CollisionDetection = (context) => {
  const moved = context.active.data.current as Grip;
  const droppableContainers = context.droppableContainers.filter(({ data }) =>
    takes(data.current as Grip, moved),
  );
  const found = pointerWithin({ ...context, droppableContainers });
  const inner = found.filter(({ id }) => /^(field|part) /.test(String(id)));
  if (inner.length > 0 || found.length > 0) return inner.length > 0 ? inner : found;
  return context.pointerCoordinates ? [] : closestCenter({ ...context, droppableContainers });
};

/** The page as it will be, with what is not on it beside; everything is dragged, or moved by its menu. */
export function LayoutCanvas() {
  const { t } = useTranslation();
  const { draft, object, change } = useEditing();
  const { fieldLabel } = useLayoutWords(object);
  const { partLabel } = usePartWords();
  const [held, hold] = useState<Grip>();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    hold(undefined);
    if (over && over.id !== active.id)
      change(dropped(draft, active.data.current as Grip, over.data.current as Grip));
  };
  const tabs = draft.areas.filter(({ name }) => name !== besideArea);
  const beside = draft.areas.find(({ name }) => name === besideArea) ?? { name: besideArea, parts: [] };
  const addTab = () => {
    const names = draft.areas.map(({ name }) => name);
    change(withTabAt(draft, { name: freeName('tab', names), parts: [] }, tabs.length));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={underPointer}
      onDragStart={({ active }) => hold(active.data.current as Grip)}
      onDragEnd={drop}
      onDragCancel={() => hold(undefined)}
    >
      <div className={classes.canvas}>
        <div className={classes.page}>
          <HighlightStrip />
          <div className={classes.areas}>
            <AreaCard area={beside} />
            <div className={classes.tabs}>
              {tabs.map((tab, index) => (
                <AreaCard key={tab.name} area={tab} place={index} last={index === tabs.length - 1} />
              ))}
              <Button variant="default" leftSection={<IconPlus size={14} />} onClick={addTab}>
                {t('settings.layouts.addTab')}
              </Button>
            </div>
          </div>
        </div>
        <Palette />
      </div>
      <DragOverlay dropAnimation={null}>
        {held?.kind === 'field' && <div className={classes.held}>{fieldLabel(held.field)}</div>}
        {held?.kind === 'part' && <div className={classes.held}>{partLabel(held.part)}</div>}
      </DragOverlay>
    </DndContext>
  );
}
