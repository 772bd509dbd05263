import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { toast } from '#web/kit/toast.tsx';
import type { ApiKey } from '../api-keys/api-key.ts';
import { ConfirmButton } from '../confirm-button.tsx';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import { SettingsTable } from '../settings-table.tsx';
import { useOwnList } from '../use-own-list.ts';
import { NewDeviceDialog } from './new-device-dialog.tsx';

/** The devices on which my address book is shown, each by a key of its own. */
export function PhoneBook() {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const reachOf = (scopes: readonly string[] | null) =>
    t(`settings.phoneBook.${scopes?.includes('addressBook:all') ? 'allShort' : 'ownShort'}`);
  const [adding, setAdding] = useState(false);
  const removed = () => toast(t('settings.phoneBook.removed'));
  const { items, remove } = useOwnList<ApiKey>({ path: 'api-keys', name: 'apiKeys', removed });
  const devices = items?.filter(({ scopes }) => scopes?.includes('addressBook'));
  return (
    <Section
      title={t('settings.phoneBook.title')}
      text={t('settings.phoneBook.text')}
      flush
      aside={
        <Button variant="default" leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
          {t('settings.phoneBook.add')}
        </Button>
      }
    >
      {devices?.length === 0 && (
        <p className={`${classes.body} ${classes.faint}`}>{t('settings.phoneBook.none')}</p>
      )}
      {devices !== undefined && devices.length > 0 && (
        <SettingsTable
          columns={[
            t('settings.phoneBook.device'),
            t('settings.phoneBook.which'),
            t('settings.phoneBook.lastUsed'),
            null,
          ]}
        >
          {devices.map(({ id, name, scopes, lastUsedAt }) => (
            <tr key={id}>
              <td>{name}</td>
              <td>
                {scopes?.includes('addressBook:write')
                  ? t('settings.phoneBook.writesShort', { reach: reachOf(scopes) })
                  : reachOf(scopes)}
              </td>
              <td className={classes.faint}>
                {lastUsedAt ? formatDateTime(lastUsedAt, locale, timeZone) : t('settings.keys.never')}
              </td>
              <td>
                <ConfirmButton
                  label={t('settings.phoneBook.revoke')}
                  question={t('settings.phoneBook.revokeQuestion', { name })}
                  onConfirm={() => remove.mutate(id)}
                />
              </td>
            </tr>
          ))}
        </SettingsTable>
      )}
      {adding && <NewDeviceDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}
