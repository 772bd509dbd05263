import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { toast } from '#web/kit/toast.tsx';
import { ConfirmButton } from '../confirm-button.tsx';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import { SettingsTable } from '../settings-table.tsx';
import { useOwnList } from '../use-own-list.ts';
import type { ApiKey } from './api-key.ts';
import { NewKeyDialog } from './new-key-dialog.tsx';
import { ServiceUsers } from './service-users.tsx';

/** My keys: by which programs act as me. */
export function ApiKeys() {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const [making, setMaking] = useState(false);
  const removed = () => toast(t('settings.keys.revoked'));
  const { items: keys, remove } = useOwnList<ApiKey>({ path: 'api-keys', name: 'apiKeys', removed });
  const moment = (at: string | null) => (at ? formatDateTime(at, locale, timeZone) : undefined);
  return (
    <>
      <Section
        title={t('settings.keys.title')}
        text={t('settings.keys.text')}
        flush
        aside={
          <Button color="seal" leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
            {t('settings.keys.new')}
          </Button>
        }
      >
        {keys?.length === 0 ? (
          <p className={`${classes.body} ${classes.faint}`}>{t('settings.keys.none')}</p>
        ) : (
          <SettingsTable
            columns={[
              t('settings.keys.name'),
              t('settings.keys.key'),
              t('settings.keys.scope'),
              t('settings.keys.lastUsed'),
              t('settings.keys.expires'),
              null,
            ]}
          >
            {keys?.map((key) => (
              <tr key={key.id}>
                <td>{key.name}</td>
                <td className={classes.faint}>{key.start}…</td>
                <td>{scopeText(key.scopes, t)}</td>
                <td className={classes.faint}>{moment(key.lastUsedAt) ?? t('settings.keys.never')}</td>
                <td className={classes.faint}>{moment(key.expiresAt) ?? t('settings.keys.noEnd')}</td>
                <td>
                  <ConfirmButton
                    label={t('settings.keys.revoke')}
                    question={t('settings.keys.revokeText', { name: key.name })}
                    onConfirm={() => remove.mutate(key.id)}
                  />
                </td>
              </tr>
            ))}
          </SettingsTable>
        )}
        {making && <NewKeyDialog onClose={() => setMaking(false)} />}
      </Section>
      <ServiceUsers />
    </>
  );
}

function scopeText(scopes: ApiKey['scopes'], t: (key: string) => string): string {
  if (scopes === null || scopes.includes('write')) return t('settings.keys.full');
  if (scopes.includes('addressBook')) return t('settings.phoneBook.title');
  const [only] = scopes;
  const named = scopes.length === 1 && (only === 'read' || only === 'scim');
  return named ? t(`settings.keys.${only}`) : scopes.join(', ');
}
