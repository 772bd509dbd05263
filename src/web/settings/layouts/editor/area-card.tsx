import { useDroppable } from '@dnd-kit/core';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { besideArea, type LayoutArea } from '#kernel/run-time/page-layout.ts';
import { freeName, partKey, sectionsOf, withPart } from '../draft.ts';
import { AreaMenu } from './area-menu.tsx';
import { type Grip, useEditing } from './editing.ts';
import classes from './editor.module.css';
import { PartCard } from './part-card.tsx';
import { TitlesButton } from './titles-button.tsx';
import { usePartWords } from './use-part-words.ts';

interface AreaCardProps {
  readonly area: LayoutArea;
  /** Among the tabs; absent for the column beside them. */
  readonly place?: number;
  readonly last?: boolean;
}

/** The column beside the tabs, or a tab, with its parts in order. */
export function AreaCard({ area, place, last = false }: AreaCardProps) {
  const { t } = useTranslation();
  const { draft, change } = useEditing();
  const { tabLabel } = usePartWords();
  const grip: Grip = { kind: 'parts', area: area.name };
  const { setNodeRef, isOver } = useDroppable({ id: `area ${area.name}`, data: grip });
  const label = tabLabel(area);
  const addSection = () => {
    const names = sectionsOf(draft.areas).map(({ name }) => name);
    const there = draft.areas.some(({ name }) => name === area.name);
    const areas = there ? draft.areas : [area, ...draft.areas];
    const section = { kind: 'section', name: freeName('section', names), fields: [] } as const;
    change(withPart({ ...draft, areas }, section, area.name));
  };
  return (
    <section ref={setNodeRef} className={classes.area} data-over={isOver || undefined} aria-label={label}>
      <header className={classes.areaHead}>
        <h3>{label}</h3>
        {area.name !== besideArea && <TitlesButton kind="tab" name={area.name} titles={area} label={label} />}
        {place !== undefined && <AreaMenu area={area} label={label} place={place} last={last} />}
      </header>
      {area.parts.map((part, index) => (
        <PartCard
          key={partKey(part)}
          part={part}
          area={area.name}
          at={index}
          last={index === area.parts.length - 1}
        />
      ))}
      {area.parts.length === 0 && <p className={classes.empty}>{t('settings.layouts.emptyArea')}</p>}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size={13} />}
        onClick={addSection}
        className={classes.add}
      >
        {t('settings.layouts.addSection')}
      </Button>
    </section>
  );
}
