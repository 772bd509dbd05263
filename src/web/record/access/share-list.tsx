import { ActionIcon, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useRecords } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { useRecordScope } from '../record-scope.ts';
import classes from './access.module.css';
import { useUnshare } from './use-access.ts';

/** With whom the record is shared, each to be taken back by whoever may change the record. */
export function ShareList({ share, mayChange }: { readonly share: ObjectMeta; readonly mayChange: boolean }) {
  const { t } = useTranslation();
  const { object, record } = useRecordScope();
  const { data } = useRecords(share.name, {
    where: { record: { object: object.name, id: record.id } },
    sort: 'createdAt',
    limit: 200,
  });
  const unshare = useUnshare(share);
  const shares = data?.pages.flatMap(({ records }) => records) ?? [];
  if (data && shares.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('record.access.notShared')}
      </Text>
    );
  return (
    <ul className={classes.reasons}>
      {shares.map((one) => (
        <li key={one.id} className={classes.reason}>
          <div className={classes.sentence}>
            <Shown share={share} record={one} name={one.recipient ? 'recipient' : 'role'} />
            <Text size="xs" c="dimmed" component="div" className={classes.terms}>
              <Shown share={share} record={one} name="access" />
              {!isEmpty(one.until) && (
                <span>
                  {t('record.access.until')} <Shown share={share} record={one} name="until" />
                </span>
              )}
              {!isEmpty(one.reason) && <Shown share={share} record={one} name="reason" />}
            </Text>
          </div>
          {mayChange && (
            <ActionIcon
              data-hint={t('record.access.takeBack')}
              size={26}
              aria-label={t('record.access.takeBack')}
              onClick={() => unshare.mutate(one.id)}
            >
              <IconX size={15} />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  );
}

function Shown({
  share,
  record,
  name,
}: {
  readonly share: ObjectMeta;
  readonly record: RecordJson;
  readonly name: string;
}) {
  const field = share.fields.find((one) => one.name === name);
  return field ? <FieldDisplay field={field} value={record[name]} record={record} dense /> : null;
}
