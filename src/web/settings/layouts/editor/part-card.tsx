import { useDraggable, useDroppable } from '@dnd-kit/core';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconGripVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LayoutPart } from '#kernel/run-time/page-layout.ts';
import { partKey, withPart, withSection } from '../draft.ts';
import { withoutPart } from './dropped.ts';
import { type Grip, useEditing } from './editing.ts';
import classes from './editor.module.css';
import { FieldList } from './field-list.tsx';
import { stepOf } from './step-of.ts';
import { TitlesButton } from './titles-button.tsx';
import { usePartWords } from './use-part-words.ts';

interface PartCardProps {
  readonly part: LayoutPart;
  readonly area: string;
  readonly at: number;
  readonly last: boolean;
}

/** A section with its fields, a related list or a panel, to be dragged or moved by its menu. */
export function PartCard({ part, area, at, last }: PartCardProps) {
  const { t } = useTranslation();
  const { draft, change } = useEditing();
  const { partLabel, tabLabel } = usePartWords();
  const label = partLabel(part);
  const grip: Grip = { kind: 'part', part, area, at };
  const drag = useDraggable({ id: `part ${partKey(part)}`, data: grip });
  const drop = useDroppable({ id: `part ${partKey(part)}`, data: grip });
  const said = t('settings.layouts.moved', { label });
  const go = (to: number) => change(withPart(draft, part, area, to), said);
  const others = draft.areas.filter(({ name }) => name !== area);
  return (
    <div
      ref={drop.setNodeRef}
      className={classes.part}
      data-over={(drop.isOver && !drag.isDragging) || undefined}
      data-dragged={drag.isDragging || undefined}
    >
      <div className={classes.partHead} ref={drag.setNodeRef} {...drag.listeners}>
        <IconGripVertical size={14} className={classes.grip} />
        <h4>{label}</h4>
        {part.kind === 'section' && (
          <TitlesButton kind="section" name={part.name} titles={part} label={label} />
        )}
        <Menu>
          <Menu.Target>
            <ActionIcon
              size={24}
              aria-label={t('settings.layouts.more', { label })}
              onKeyDown={(event) => {
                const step = stepOf(event);
                if (step < 0 && at > 0) go(at - 1);
                if (step > 0 && !last) go(at + 2);
              }}
            >
              <IconDots size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {part.kind === 'section' && (
              <>
                <Menu.Item
                  onClick={() =>
                    change(withSection(draft, part.name, { columns: part.columns === 2 ? 1 : 2 }))
                  }
                >
                  {t(part.columns === 2 ? 'settings.layouts.oneColumn' : 'settings.layouts.twoColumns')}
                </Menu.Item>
                <Menu.Item onClick={() => change(withSection(draft, part.name, { asked: !part.asked }))}>
                  {t(part.asked ? 'settings.layouts.notAsked' : 'settings.layouts.asked')}
                </Menu.Item>
                <Menu.Divider />
              </>
            )}
            <Menu.Item disabled={at === 0} onClick={() => go(at - 1)}>
              {t('settings.layouts.up')}
            </Menu.Item>
            <Menu.Item disabled={last} onClick={() => go(at + 2)}>
              {t('settings.layouts.down')}
            </Menu.Item>
            {others.map((other) => (
              <Menu.Item key={other.name} onClick={() => change(withPart(draft, part, other.name), said)}>
                {t('settings.layouts.moveTo', { place: tabLabel(other) })}
              </Menu.Item>
            ))}
            <Menu.Item
              color="var(--mantine-color-error)"
              onClick={() => change(withoutPart(draft, part), t('settings.layouts.taken', { label }))}
            >
              {t('settings.layouts.takeOff')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {part.kind === 'section' && (
        <>
          {part.asked && <p className={classes.mark}>{t('settings.layouts.isAsked')}</p>}
          <FieldList place={part.name} fields={part.fields} columns={part.columns} label={label} />
        </>
      )}
    </div>
  );
}
