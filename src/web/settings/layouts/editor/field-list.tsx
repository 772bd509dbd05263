import { useDroppable } from '@dnd-kit/core';
import { useTranslation } from 'react-i18next';
import type { Grip } from './editing.ts';
import classes from './editor.module.css';
import { FieldItem } from './field-item.tsx';

interface FieldListProps {
  /** A section by its name, the strip, or what is off the page. */
  readonly place: string;
  readonly fields: readonly string[];
  readonly columns?: number | undefined;
  readonly label: string;
}

/** Fields in order, to which others can be dragged. */
export function FieldList({ place, fields, columns, label }: FieldListProps) {
  const { t } = useTranslation();
  const grip: Grip = { kind: 'fields', place };
  const { setNodeRef, isOver } = useDroppable({ id: `fields ${place}`, data: grip });
  return (
    <ul
      ref={setNodeRef}
      className={classes.fields}
      data-columns={columns}
      data-over={isOver || undefined}
      aria-label={label}
    >
      {fields.map((field, index) => (
        <FieldItem key={field} field={field} place={place} at={index} last={index === fields.length - 1} />
      ))}
      {fields.length === 0 && <li className={classes.empty}>{t('settings.layouts.emptySection')}</li>}
    </ul>
  );
}
