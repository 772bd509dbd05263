import { Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Limits } from '#kernel/taking-limits.ts';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { api } from '#web/api/client.ts';
import { useMeta } from '#web/api/queries.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { Modal } from '#web/kit/modal.tsx';
import type { AuditEntry } from '../audit/audit-entry.ts';
import { useAuditWords } from '../audit/use-audit-words.ts';
import { SettingsTable } from '../settings-table.tsx';
import own from './safeguards-form.module.css';

interface Taken {
  readonly days: number;
  readonly limits: Limits;
  readonly exportedToday: number;
  readonly views: readonly { readonly object: string; readonly opened: number; readonly listed: number }[];
  readonly entries: readonly AuditEntry[];
}

interface TakenDialogProps {
  readonly opened: boolean;
  readonly person: string;
  readonly name: string;
  onClose(): void;
}

/** What somebody has looked at and exported in the last weeks. */
export function TakenDialog({ opened, person, name, onClose }: TakenDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} size="xl" title={t('settings.safeguards.takenBy', { name })}>
      <Asked person={person} />
    </Modal>
  );
}

/** Asks for it once the dialog is open. */
function Asked({ person }: { person: string }) {
  const { data } = useQuery({
    queryKey: ['safeguards', 'people', person],
    queryFn: ({ signal }) => api.get<Taken>(`safeguards/people/${person}`, { signal }),
    staleTime: 0,
  });
  return data ? <Report taken={data} /> : <Skeleton height={160} />;
}

function Report({ taken: { days, limits, exportedToday, views, entries } }: { taken: Taken }) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const { locale, timeZone } = useFormatting();
  const words = useAuditWords();
  const say = (name: string) => t(`settings.safeguards.${name}`);
  const number = (value: number) => value.toLocaleString(locale);
  const most = limits.exportedPerDay;
  return (
    <Stack gap="md">
      <Text size="sm">
        {most === null
          ? t('settings.safeguards.exportedToday', { used: number(exportedToday) })
          : t('settings.safeguards.exportedOf', { used: number(exportedToday), most: number(most) })}
      </Text>
      <section className={`${own.report} ${own.figures}`}>
        <Text fw={600}>{t('settings.safeguards.viewed', { count: days })}</Text>
        {views.length === 0 ? (
          <Text c="dimmed">{say('nothingViewed')}</Text>
        ) : (
          <SettingsTable columns={[say('records'), say('groups.opened'), say('groups.listed')]}>
            {views.map(({ object, opened, listed }) => (
              <tr key={object}>
                <td>{objects.find((each) => each.name === object)?.plural ?? object}</td>
                <td>{number(opened)}</td>
                <td>{number(listed)}</td>
              </tr>
            ))}
          </SettingsTable>
        )}
      </section>
      <section className={own.report}>
        <Text fw={600}>{t('settings.safeguards.exports', { count: days })}</Text>
        {entries.length === 0 ? (
          <Text c="dimmed">{say('nothingExported')}</Text>
        ) : (
          <SettingsTable
            columns={[
              t('settings.audit.at'),
              t('settings.audit.kind'),
              say('records'),
              t('settings.audit.facts.count'),
            ]}
          >
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td>{formatDateTime(entry.at, locale, timeZone)}</td>
                <td>{words.kind(entry.kind)}</td>
                <td>{words.labelOf(entry.subject?.split('/')[0] ?? '')}</td>
                <td>{Number(entry.facts.count ?? 1).toLocaleString(locale)}</td>
              </tr>
            ))}
          </SettingsTable>
        )}
      </section>
    </Stack>
  );
}
