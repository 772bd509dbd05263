import { useTranslation } from 'react-i18next';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import classes from './command-palette.module.css';
import { Highlighted } from './highlighted.tsx';
import type { PaletteItem } from './palette-item.ts';

interface PaletteListProps {
  readonly items: readonly PaletteItem[];
  readonly search: string;
  readonly active: number;
  onPick(index: number): void;
  onHover(index: number): void;
}

/** The palette's lines under their headings. The input above keeps the focus. */
export function PaletteList({ items, search, active, onPick, onHover }: PaletteListProps) {
  const { t } = useTranslation();
  return (
    <div id="palette-list" className={classes.list} role="listbox" aria-label={t('palette.title')}>
      {items.map((item, index) => (
        <div key={item.id} role="presentation">
          {item.group !== items[index - 1]?.group && (
            <div className={classes.heading} role="presentation">
              {t(`palette.${item.group}`)}
            </div>
          )}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the input that keeps the focus */}
          <div
            id={`palette-${index}`}
            className={classes.item}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => onPick(index)}
            onMouseMove={() => onHover(index)}
          >
            <ObjectIcon name={item.icon} size={17} />
            <span className={classes.label}>
              <Highlighted text={item.label} search={search} />
            </span>
            <span className={classes.detail}>
              <Highlighted text={item.detail ?? ''} search={search} />
            </span>
          </div>
        </div>
      ))}
    </div>
  );
}
