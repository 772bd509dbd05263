import { Alert, Button, Checkbox, Group, PasswordInput, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { todayIn } from '#kernel/writing/wall-clock.ts';
import { ProblemError } from '#web/api/problem.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { type LinkOffer, useSaveLink, type ViewLink } from './view-link.ts';
import classes from './view-links.module.css';

interface LinkFormProps {
  readonly view: string;
  readonly offer: LinkOffer;
  /** The link to be changed; without it a new one is made. */
  readonly link: ViewLink | undefined;
  onClose(): void;
}

/** What a link shows, to whom and until when. What tells of people is chosen by itself and named once more. */
export function LinkForm({ view, offer, link, onClose }: LinkFormProps) {
  const { t } = useTranslation();
  const { timeZone } = useFormatting();
  const save = useSaveLink(view, link);
  const [columns, setColumns] = useState<string[]>(() =>
    offer.columns
      .filter(({ path, personal }) => (link ? link.columns.includes(path) : !personal))
      .map(({ path }) => path),
  );
  const [asks, setAsks] = useState(link?.password ?? false);
  const [password, setPassword] = useState('');
  const [lastDay, setLastDay] = useState(link?.lastDay ?? '');
  const [download, setDownload] = useState(link?.download ?? false);
  const [reason, setReason] = useState('');
  const personal = offer.columns.filter((column) => column.personal && columns.includes(column.path));
  const errors = save.error instanceof ProblemError ? save.error.fields : {};
  const submit = () =>
    save.mutate(
      {
        columns: offer.columns.map(({ path }) => path).filter((path) => columns.includes(path)),
        personal: personal.map(({ path }) => path),
        // One that is there already stays where no other is written.
        ...(asks ? (password !== '' || !link?.password) && { password } : { password: null }),
        ...{ lastDay: lastDay === '' ? null : lastDay, download },
        ...(reason !== '' && { reason }),
      },
      { onSuccess: onClose },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <Checkbox.Group
          label={t('viewLinks.columns')}
          description={t('viewLinks.columnsHelp')}
          value={columns}
          onChange={setColumns}
          error={errors.columns}
        >
          <div className={classes.columns}>
            {offer.columns.map(({ path, label, personal: tells }) => (
              <Checkbox
                key={path}
                value={path}
                label={tells ? t('viewLinks.personalColumn', { label }) : label}
              />
            ))}
          </div>
        </Checkbox.Group>
        {personal.length > 0 && (
          <Alert color="red" p="sm" role="alert">
            {t('viewLinks.personal', {
              names: personal.map(({ label }) => label).join(t('viewLinks.comma')),
            })}
          </Alert>
        )}
        {personal.length > 0 && offer.reason && (
          <TextInput
            label={t('viewLinks.reason')}
            value={reason}
            maxLength={300}
            error={errors.reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <TextInput
          type="date"
          label={t('viewLinks.lastDay')}
          description={t('viewLinks.lastDayHelp')}
          value={lastDay}
          min={todayIn(timeZone)}
          error={errors.lastDay}
          onChange={(event) => setLastDay(event.currentTarget.value)}
        />
        <Switch
          label={t('viewLinks.asksPassword')}
          checked={asks}
          onChange={(event) => setAsks(event.currentTarget.checked)}
        />
        {asks && (
          <PasswordInput
            label={t('viewLinks.password')}
            placeholder={link?.password ? '••••••••' : ''}
            autoComplete="new-password"
            required={!link?.password}
            value={password}
            error={errors.password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        <Switch
          label={t('viewLinks.download')}
          checked={download}
          onChange={(event) => setDownload(event.currentTarget.checked)}
        />
        <FormProblem error={save.error} known={errors} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('record.cancel')}
          </Button>
          <Button type="submit" color="seal" loading={save.isPending} disabled={columns.length === 0}>
            {t(link ? 'record.save' : 'viewLinks.make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
