import { Button, Group, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '#web/kit/lazy-part.tsx';
import { useRecordScope } from '#web/record/record-scope.ts';
import classes from './duplicate-banner.module.css';
import { type Suspect, useDuplicates } from './use-duplicates.ts';

const MergeDialog = lazyPart(() => import('./merge-dialog.tsx'), 'MergeDialog');

/** Says that there may be another record of the same thing, and offers to make them one. */
export function DuplicateBanner() {
  const { t } = useTranslation();
  const { object, record } = useRecordScope();
  const [merging, setMerging] = useState<Suspect>();
  const suspects = useDuplicates(object, record);
  const [first] = suspects;
  if (!first) return null;
  return (
    <div className={classes.banner} role="status">
      <IconCopy size={16} aria-hidden />
      <Text size="sm" className={classes.text}>
        {t('duplicates.found', { count: suspects.length, label: object.label, plural: object.plural })}
      </Text>
      <Group gap={6} className={classes.names}>
        {suspects.slice(0, 3).map((suspect) => (
          <Button key={suspect.id} variant="default" size="compact-sm" onClick={() => setMerging(suspect)}>
            {suspect.name} · {Math.round(suspect.score * 100)}%
          </Button>
        ))}
      </Group>
      {merging && (
        <MergeDialog
          object={object}
          record={record}
          suspect={merging}
          onClose={() => setMerging(undefined)}
        />
      )}
    </div>
  );
}
