import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf } from '#kernel/writing/wall-clock.ts';
import { toQueryString } from '#web/api/client.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import own from './audit.module.css';
import type { AuditFilter } from './audit-entry.ts';
import { AuditFilters, type Wanted } from './audit-filters.tsx';
import { AuditRow } from './audit-row.tsx';
import { Retention } from './retention.tsx';
import { useAudit } from './use-audit.ts';
import { VerifyButton } from './verify-button.tsx';

const everything: Wanted = { person: null, kind: null, subject: null, from: null, until: null };

/** What people must be able to answer for: found, checked, exported, and how long it is kept. */
export function Audit() {
  const { t } = useTranslation();
  const { timeZone } = useFormatting();
  const [wanted, setWanted] = useState(everything);
  const filter = filterOf(wanted, timeZone);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useAudit(filter);
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      <Section
        title={t('settings.audit.title')}
        text={t('settings.audit.text')}
        flush
        aside={
          <Group gap={8}>
            <VerifyButton />
            <Button
              component="a"
              variant="default"
              href={`/api/audit/export${toQueryString({ ...filter })}`}
              download
              leftSection={<IconDownload size={15} stroke={1.6} />}
            >
              {t('settings.audit.export')}
            </Button>
          </Group>
        }
      >
        <AuditFilters wanted={wanted} onChange={setWanted} />
        {data && entries.length === 0 ? (
          <p className={`${classes.body} ${classes.faint}`}>{t('settings.audit.none')}</p>
        ) : (
          <div className={classes.scroll}>
            <table className={`${classes.table} ${own.table}`}>
              <thead>
                <tr>
                  {(['at', 'person', 'kind', 'subject', 'details', 'ip'] as const).map((name) => (
                    <th key={name}>{t(`settings.audit.${name}`)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <AuditRow key={entry.id} entry={entry} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {hasNextPage && (
          <div className={own.more}>
            <Button variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
              {t('settings.audit.more')}
            </Button>
          </div>
        )}
      </Section>
      <Retention />
    </>
  );
}

/** Days are the reader's own: the last one counts to its end. */
function filterOf({ person, kind, subject, from, until }: Wanted, timeZone: string): AuditFilter {
  const id = typeof person === 'object' && person !== null && 'id' in person ? String(person.id) : person;
  return {
    person: (id as string | null) ?? undefined,
    kind: kind ?? undefined,
    subject: subject ?? undefined,
    from: from === null ? undefined : instantOf(`${from}T00:00`, timeZone),
    until: until === null ? undefined : instantOf(`${nextDay(until)}T00:00`, timeZone),
  };
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
