import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useRecordScope } from '../record-scope.ts';
import classes from './kind-filter.module.css';

interface KindFilterProps {
  readonly value: string;
  onChange(kind: string): void;
}

/** What the timeline shows: everything, changes of fields alone, or one kind of activity. */
export function KindFilter({ value, onChange }: KindFilterProps) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const { object } = useRecordScope();
  const activities = object.page.composer.flatMap(
    (composer) => objects.find(({ name }) => name === composer.object) ?? [],
  );
  const kinds = [
    ['all', t('record.timeline.all')],
    ...activities.map((activity) => [activity.name, activity.plural] as const),
    ['changes', t('record.timeline.changes')],
  ] as const;
  return (
    <fieldset className={classes.kinds} aria-label={t('record.timeline.filter')}>
      {kinds.map(([kind, label]) => (
        <UnstyledButton
          key={kind}
          className={classes.kind}
          aria-pressed={kind === value}
          onClick={() => onChange(kind)}
        >
          {label}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
