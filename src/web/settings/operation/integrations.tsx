import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import { SettingsTable } from '../settings-table.tsx';
import type { Integration } from './use-integrations.ts';

const day = 86_400_000;
/** Days before its end from which a certificate should be renewed. */
const soon = 21;

/** The services that the product asks: how they fared, and until when their certificates are good. */
export function Integrations({ integrations }: { integrations: readonly Integration[] }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const time = (at: string | null) => (at ? formatDateTime(at, locale, timeZone) : '–');
  const word = (name: string) => t(`settings.operation.integrations.${name}`);
  return (
    <Section title={word('title')} text={word('text')} flush>
      <SettingsTable columns={[word('service'), word('succeeded'), word('failed'), word('certificate')]}>
        {integrations.map((each) => (
          <tr key={each.name}>
            <td style={{ whiteSpace: 'normal', minWidth: 150 }}>
              <div>{each.label ?? word(`kinds.${each.kind}`)}</div>
              <div className={classes.faint} style={{ wordBreak: 'break-all' }}>
                {each.address ?? word('own')}
              </div>
            </td>
            <td>{time(each.succeeded)}</td>
            <td title={each.reason ?? undefined}>
              <div>{time(each.failed)}</div>
              {each.failed && each.reason && (
                <div className={classes.faint} style={{ whiteSpace: 'normal', minWidth: 160 }}>
                  {each.reason}
                </div>
              )}
            </td>
            <td>
              <CertificateState integration={each} />
            </td>
          </tr>
        ))}
      </SettingsTable>
    </Section>
  );
}

function CertificateState({ integration: { certificate, fault } }: { integration: Integration }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  if (fault)
    return <StatusBadge color="red">{t('settings.operation.integrations.unread', { fault })}</StatusBadge>;
  if (!certificate) return '–';
  const left = Math.floor((new Date(certificate.until).getTime() - Date.now()) / day);
  const color = left < 0 ? 'red' : left < soon ? 'amber' : 'green';
  return (
    <span title={`${certificate.subject} · ${certificate.issuer}`}>
      <StatusBadge color={color}>
        {left < 0
          ? t('settings.operation.integrations.expired')
          : t('settings.operation.integrations.days', { count: left })}
      </StatusBadge>
      <div className={classes.faint}>{formatDateTime(certificate.until, locale, timeZone)}</div>
    </span>
  );
}
