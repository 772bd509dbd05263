import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { RecordLink } from '#web/fields/reference/record-link.tsx';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import { ActAsDialog } from './act-as-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { SignInDialog } from './sign-in-dialog.tsx';
import { type SignInState, signInsKey, usePeople, usePeopleObject } from './use-people.ts';

const shown = ['email', 'roles'];
const stateColors: Readonly<Record<SignInState, string>> = {
  ...{ enabled: 'green', invited: 'amber', disabled: 'red', none: 'grey' },
};

const actions: Readonly<Record<SignInState, string>> = {
  ...{ none: 'invite', invited: 'inviteAgain', enabled: 'newPassword', disabled: 'allow' },
};

/** Who works here and who may sign in. */
export function People() {
  const { t } = useTranslation();
  const { user } = useMeta();
  const object = usePeopleObject();
  const people = usePeople(object);
  const client = useQueryClient();
  const [inviting, setInviting] = useState<RecordJson>();
  const [giving, setGiving] = useState<RecordJson>();
  const [acting, setActing] = useState<RecordJson>();
  const refresh = () => client.invalidateQueries({ queryKey: signInsKey });
  const disable = useMutation({
    mutationFn: (person: RecordJson) => api.delete(`people/${person.id}/sign-in`),
    onSuccess: (_done, person) => toastWithUndo(t('settings.people.takenAway'), () => setGiving(person)),
    onError: toastProblem,
    onSettled: refresh,
  });
  const takeBack = useMutation({
    mutationFn: (id: string) => api.delete(`people/${id}/invitation`),
    onError: toastProblem,
    onSettled: refresh,
  });
  if (!object) return null;
  const columns = shown.flatMap((name) => object.fields.find((field) => field.name === name) ?? []);
  return (
    <Section
      title={object.plural}
      text={t('settings.people.text')}
      flush
      aside={
        object.can.create && (
          <Button
            color="seal"
            leftSection={<IconPlus size={15} />}
            onClick={() => openRecordForm({ object: object.name, onCreated: setInviting })}
          >
            {t('record.new', { label: object.label })}
          </Button>
        )
      }
    >
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{object.fields.find(({ name }) => name === object.nameField)?.label}</th>
              {columns.map((field) => (
                <th key={field.name}>{field.label}</th>
              ))}
              <th>{t('settings.people.signIn')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {people.records.map((person) => {
              const state = people.stateOf(person.id);
              return (
                <tr key={person.id}>
                  <td>
                    <RecordLink
                      target={{ object: object.name, id: person.id, name: String(person[object.nameField]) }}
                    />
                  </td>
                  {columns.map((field) => (
                    <td key={field.name}>
                      <FieldDisplay field={field} value={person[field.name]} record={person} dense />
                    </td>
                  ))}
                  <td>
                    {people.known && (
                      <StatusBadge color={stateColors[state]}>{t(`settings.people.${state}`)}</StatusBadge>
                    )}
                  </td>
                  <td>
                    <Group gap={4} justify="flex-end" wrap="nowrap">
                      <Button
                        variant="default"
                        size="compact-xs"
                        onClick={() =>
                          state === 'none' || state === 'invited' ? setInviting(person) : setGiving(person)
                        }
                      >
                        {t(`settings.people.${actions[state]}`)}
                      </Button>
                      {state === 'invited' && (
                        <Button variant="subtle" size="compact-xs" onClick={() => takeBack.mutate(person.id)}>
                          {t('settings.people.takeBack')}
                        </Button>
                      )}
                      {state === 'enabled' && person.id !== user.id && (
                        <Button variant="subtle" size="compact-xs" onClick={() => setActing(person)}>
                          {t('acting.open')}
                        </Button>
                      )}
                      {state === 'enabled' && person.id !== user.id && (
                        <Button variant="subtle" size="compact-xs" onClick={() => disable.mutate(person)}>
                          {t('settings.people.disable')}
                        </Button>
                      )}
                    </Group>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {people.hasNextPage && (
        <div className={classes.body}>
          <Button
            variant="default"
            loading={people.isFetchingNextPage}
            onClick={() => people.fetchNextPage()}
          >
            {t('list.more')}
          </Button>
        </div>
      )}
      {inviting && (
        <InviteDialog
          id={inviting.id}
          name={String(inviting[object.nameField] ?? '')}
          email={inviting.email as string | undefined}
          mail={people.mail}
          onClose={() => setInviting(undefined)}
          onDone={refresh}
          onPassword={() => {
            setGiving(inviting);
            setInviting(undefined);
          }}
        />
      )}
      {acting && (
        <ActAsDialog
          id={acting.id}
          name={String(acting[object.nameField] ?? '')}
          onClose={() => setActing(undefined)}
        />
      )}
      {giving && (
        <SignInDialog
          id={giving.id}
          name={String(giving[object.nameField] ?? '')}
          signsIn={people.stateOf(giving.id) === 'enabled'}
          onClose={() => setGiving(undefined)}
          onDone={refresh}
        />
      )}
    </Section>
  );
}
