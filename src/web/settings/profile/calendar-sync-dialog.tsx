import { Button, Group, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';

interface CalendarSyncDialogProps {
  readonly known: { readonly address: string; readonly userName: string } | undefined;
  onClose(): void;
  onDone(): void;
}

interface FoundCalendar {
  readonly address: string;
  readonly name: string;
}

/** Signs in at a server of calendars, and then has one of those found there chosen. */
export function CalendarSyncDialog({ known, onClose, onDone }: CalendarSyncDialogProps) {
  const { t } = useTranslation();
  const [login, setLogin] = useState({
    address: known?.address ?? '',
    userName: known?.userName ?? '',
    password: '',
  });
  const [calendar, setCalendar] = useState('');
  const find = useMutation({
    mutationFn: () => api.post<{ calendars: readonly FoundCalendar[] }>('calendar-sync/calendars', login),
    onSuccess: ({ calendars }) => setCalendar(calendars[0]?.address ?? ''),
  });
  const connect = useMutation({
    mutationFn: () => api.put('calendar-sync', { ...login, calendar }),
    onSuccess: onDone,
  });
  const error = connect.error ?? find.error;
  const errors = error instanceof ProblemError ? error.fields : {};
  const field = (name: keyof typeof login) => ({
    label: t(`settings.calendarSync.field.${name}`),
    value: login[name],
    error: errors[name],
    spellCheck: false,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      setLogin({ ...login, [name]: event.currentTarget.value });
      // Another login finds other calendars.
      find.reset();
      connect.reset();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (find.data) connect.mutate();
    else find.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t('settings.calendarSync.connect')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <FormProblem error={error} known={errors} />
          <TextInput
            data-autofocus
            autoComplete="off"
            placeholder="caldav.example.com"
            description={t('settings.calendarSync.field.addressHelp')}
            {...field('address')}
          />
          <TextInput autoComplete="off" {...field('userName')} />
          <PasswordInput
            autoComplete="off"
            description={t('settings.calendarSync.field.passwordHelp')}
            {...field('password')}
          />
          {find.data && (
            <Select
              label={t('settings.calendarSync.field.calendar')}
              data={find.data.calendars.map(({ address, name }) => ({ value: address, label: name }))}
              value={calendar}
              error={errors.calendar}
              allowDeselect={false}
              onChange={(value) => value && setCalendar(value)}
            />
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('settings.calendarSync.cancel')}
            </Button>
            <Button type="submit" color="seal" loading={find.isPending || connect.isPending}>
              {t(find.data ? 'settings.calendarSync.begin' : 'settings.calendarSync.find')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
