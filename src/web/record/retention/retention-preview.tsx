import { Anchor, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { useMeta } from '#web/api/queries.ts';
import { useRecordScope } from '../record-scope.ts';
import classes from './retention-preview.module.css';

interface Preview {
  readonly count: number;
  readonly held: number;
  readonly records: readonly { readonly id: string; readonly name: string | null }[];
}

/** What the rule of the page would take away now, and the first of it by name. */
export function RetentionPreview() {
  const { t } = useTranslation();
  const { record } = useRecordScope();
  const name = String(record.object ?? '');
  const about = useMeta().objects.find((each) => each.name === name);
  const { data } = useQuery({
    queryKey: ['retention', record.id, record.version],
    queryFn: () => api.get<Preview>(`retention/${record.id}`),
  });
  if (!data || !about) return null;
  const { count, held, records } = data;
  return (
    <div className={classes.preview} role="status">
      <IconHourglass size={16} aria-hidden />
      <div className={classes.text}>
        <Text size="sm">
          {t(record.active ? 'retention.due' : 'retention.wouldBeDue', { count, plural: about.plural })}
          {held > 0 && ` ${t('retention.held', { count: held })}`}
        </Text>
        {records.length > 0 && (
          <Text size="sm" c="dimmed">
            {records.map(({ id, name: called }, index) => (
              <span key={id}>
                {index > 0 && ' · '}
                <Anchor component={Link} to={`/${name}/${id}`} size="sm">
                  {called ?? id.slice(-8)}
                </Anchor>
              </span>
            ))}
            {count > records.length && ' …'}
          </Text>
        )}
      </div>
    </div>
  );
}
