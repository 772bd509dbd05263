import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { useMeta } from '#web/api/queries.ts';
import { RecordLink } from '#web/fields/reference/record-link.tsx';
import { useRecordName } from '#web/fields/reference/use-record-name.ts';
import { toast, toastProblem } from '#web/kit/toast.tsx';
import { ConfirmButton } from '../confirm-button.tsx';
import { usePeopleObject } from '../people/use-people.ts';
import { Section, Setting } from '../section.tsx';
import classes from '../settings.module.css';
import { NewKeyDialog } from './new-key-dialog.tsx';
import { NewServiceUserDialog } from './new-service-user-dialog.tsx';

interface ServiceUser {
  readonly userId: string;
  readonly keys: readonly { readonly id: string; readonly name: string; readonly start: string }[];
}

export const serviceUsersKey = ['serviceUsers'] as const;

/** Programs that work here under names of their own; for administrators. */
export function ServiceUsers() {
  const { user } = useMeta();
  return user.administrator ? <List /> : null;
}

function List() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [making, setMaking] = useState<'user' | ServiceUser>();
  const { data } = useQuery({
    queryKey: serviceUsersKey,
    queryFn: ({ signal }) => api.get<{ serviceUsers: readonly ServiceUser[] }>('service-users', { signal }),
  });
  const refresh = () => client.invalidateQueries({ queryKey: serviceUsersKey });
  const revoke = useMutation({
    mutationFn: (path: string) => api.delete(`service-users/${path}`),
    onSuccess: () => toast(t('settings.keys.revoked')),
    onError: toastProblem,
    onSettled: refresh,
  });
  const users = data?.serviceUsers ?? [];
  return (
    <Section
      title={t('settings.services.title')}
      text={t('settings.services.text')}
      aside={
        <Button variant="default" leftSection={<IconPlus size={15} />} onClick={() => setMaking('user')}>
          {t('settings.services.new')}
        </Button>
      }
    >
      {data && users.length === 0 && <p className={classes.faint}>{t('settings.services.none')}</p>}
      {users.map((service) => (
        <div key={service.userId}>
          <Group justify="space-between" mt="sm">
            <Name id={service.userId} />
            <Button variant="default" size="compact-xs" onClick={() => setMaking(service)}>
              {t('settings.keys.new')}
            </Button>
          </Group>
          {service.keys.map((key) => (
            <Setting key={key.id} label={`${key.name} · ${key.start}…`}>
              <ConfirmButton
                label={t('settings.keys.revoke')}
                question={t('settings.keys.revokeText', { name: key.name })}
                onConfirm={() => revoke.mutate(`${service.userId}/keys/${key.id}`)}
              />
            </Setting>
          ))}
        </div>
      ))}
      {making === 'user' && <NewServiceUserDialog onClose={() => setMaking(undefined)} onDone={refresh} />}
      {making && making !== 'user' && (
        <NewKeyDialog
          path={`service-users/${making.userId}/keys`}
          onClose={() => setMaking(undefined)}
          onDone={refresh}
        />
      )}
    </Section>
  );
}

function Name({ id }: { id: string }) {
  const object = usePeopleObject()?.name ?? '';
  const name = useRecordName(object, id);
  return <RecordLink target={{ object, id, ...(name !== undefined && { name }) }} />;
}
