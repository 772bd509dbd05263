import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFieldMeta } from '#web/api/queries.ts';
import classes from './change-list.module.css';
import { ChangedValue } from './changed-value.tsx';
import type { EntryChange } from './timeline-entry.ts';

interface ChangeListProps {
  readonly object: string;
  readonly changes: readonly EntryChange[];
  readonly inline?: boolean;
}

/** Field by field: what it was and what it became. */
export function ChangeList({ object, changes, inline }: ChangeListProps) {
  return (
    <span className={inline ? classes.inline : classes.list}>
      {changes.map((change) => (
        <ChangeLine key={change.field} object={object} change={change} />
      ))}
    </span>
  );
}

function ChangeLine({ object, change }: { object: string; change: EntryChange }) {
  const { t } = useTranslation();
  const field = useFieldMeta(object, change.field);
  return (
    <span className={classes.change}>
      <span className={classes.label}>{field?.label ?? change.label}</span>
      <span className={classes.old}>
        <ChangedValue field={field} value={change.old} />
      </span>
      <IconArrowRight size={13} className={classes.arrow} aria-label={t('record.timeline.to')} />
      <span className={classes.new}>
        <ChangedValue field={field} value={change.new} />
      </span>
    </span>
  );
}
