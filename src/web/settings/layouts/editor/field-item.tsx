import { useDraggable, useDroppable } from '@dnd-kit/core';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconGripVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { offPage, sectionsOf, strip, withField } from '../draft.ts';
import { useLayoutWords } from '../use-layout-words.ts';
import { type Grip, useEditing } from './editing.ts';
import classes from './editor.module.css';
import { stepOf } from './step-of.ts';
import { usePartWords } from './use-part-words.ts';

interface FieldItemProps {
  readonly field: string;
  readonly place: string;
  readonly at: number;
  readonly last: boolean;
}

/** A field in its place, to be dragged, or moved by its menu and by Alt with the arrow keys. */
export function FieldItem({ field, place, at, last }: FieldItemProps) {
  const { t } = useTranslation();
  const { object, draft, change } = useEditing();
  const { fieldLabel } = useLayoutWords(object);
  const { partLabel } = usePartWords();
  const label = fieldLabel(field);
  const id = `field ${place} ${field}`;
  const grip: Grip = { kind: 'field', field, place, at };
  const drag = useDraggable({ id, data: grip });
  const drop = useDroppable({ id, data: grip, disabled: place === offPage });
  const said = t('settings.layouts.moved', { label });
  const go = (to: string, index?: number) => change(withField(draft, field, place, to, index), said);
  const inOrder = place !== offPage;
  const targets = sectionsOf(draft.areas).filter(({ name }) => name !== place);
  return (
    <li
      ref={drop.setNodeRef}
      className={classes.field}
      data-over={(drop.isOver && !drag.isDragging) || undefined}
      data-dragged={drag.isDragging || undefined}
    >
      <span className={classes.fieldName} ref={drag.setNodeRef} {...drag.listeners}>
        <IconGripVertical size={13} className={classes.grip} />
        {label}
      </span>
      <Menu>
        <Menu.Target>
          <ActionIcon
            size={24}
            aria-label={t('settings.layouts.more', { label })}
            onKeyDown={(event) => {
              const step = stepOf(event);
              if (inOrder && step < 0 && at > 0) go(place, at - 1);
              if (inOrder && step > 0 && !last) go(place, at + 2);
            }}
          >
            <IconDots size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {inOrder && (
            <>
              <Menu.Item disabled={at === 0} onClick={() => go(place, at - 1)}>
                {t('settings.layouts.up')}
              </Menu.Item>
              <Menu.Item disabled={last} onClick={() => go(place, at + 2)}>
                {t('settings.layouts.down')}
              </Menu.Item>
            </>
          )}
          {targets.map((section) => (
            <Menu.Item key={section.name} onClick={() => go(section.name)}>
              {t('settings.layouts.moveTo', { place: partLabel(section) })}
            </Menu.Item>
          ))}
          {place !== strip && !draft.highlights.includes(field) && (
            <Menu.Item onClick={() => go(strip)}>{t('settings.layouts.toStrip')}</Menu.Item>
          )}
          {inOrder && (
            <Menu.Item
              color="var(--mantine-color-error)"
              onClick={() =>
                change(withField(draft, field, place, offPage), t('settings.layouts.taken', { label }))
              }
            >
              {t('settings.layouts.takeOff')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
