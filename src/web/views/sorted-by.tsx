import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { columnAt } from './columns.ts';

interface SortedByProps {
  readonly object: ObjectMeta;
  /** As in the address. */
  readonly sort: string | undefined;
}

/** Tells who listens in which order the records now are. */
export function SortedBy({ object, sort = '' }: SortedByProps) {
  const { t } = useTranslation();
  const meta = useMeta();
  const [first = ''] = sort.split(',');
  const label = columnAt(meta, object, first.replace('-', ''))?.label;
  const said = first.startsWith('-') ? 'list.sortedDown' : 'list.sortedUp';
  return (
    <VisuallyHidden role="status">
      {label === undefined ? t('list.sortedAsView') : t(said, { label })}
    </VisuallyHidden>
  );
}
