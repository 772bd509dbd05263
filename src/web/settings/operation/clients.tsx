import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import { SettingsTable } from '../settings-table.tsx';
import type { ClientVersion } from './use-integrations.ts';

/** Which builds of the client people use; whoever has another than the server gives out is asked to reload. */
export function Clients({ clients, build }: { clients: readonly ClientVersion[]; build: string | null }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const word = (name: string) => t(`settings.operation.clients.${name}`);
  return (
    <Section title={word('title')} text={word('text')} flush>
      <SettingsTable columns={[word('build'), word('people'), word('last')]}>
        {clients.map((each) => (
          <tr key={each.build}>
            <td>
              <code>{each.build}</code>{' '}
              {each.build === build && <StatusBadge color="green">{word('current')}</StatusBadge>}
            </td>
            <td>{each.people}</td>
            <td className={classes.faint}>{formatDateTime(each.last, locale, timeZone)}</td>
          </tr>
        ))}
      </SettingsTable>
    </Section>
  );
}
