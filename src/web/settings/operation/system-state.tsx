import { useTranslation } from 'react-i18next';
import { formatSize } from '#web/fields/file/format.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { Section, Setting } from '../section.tsx';
import type { State } from './use-operation.ts';

/** Free bytes, and a part of the connections, from which somebody should see to it. */
const little = { disk: 1024 ** 3, connections: 0.9 };

/** What runs here, and how much room there is left. */
export function SystemState({ state }: { state: State }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { disk, connections } = state;
  const size = (bytes: number) => formatSize(bytes, locale);
  const tight = (disk && disk.free < little.disk) || connections.used > connections.most * little.connections;
  return (
    <Section
      title={t('settings.operation.state')}
      aside={
        <StatusBadge color={tight ? 'amber' : 'green'}>
          {t(tight ? 'settings.operation.tight' : 'settings.operation.well')}
        </StatusBadge>
      }
    >
      <Setting label={t('settings.operation.versions')}>
        Guanxi {state.version} · PostgreSQL {state.postgres} · Node {state.node.slice(1)}
      </Setting>
      <Setting label={t('settings.operation.uptime')}>{uptimeText(state.uptime, locale)}</Setting>
      <Setting label={t('settings.operation.memory')}>{size(state.memory)}</Setting>
      <Setting label={t('settings.operation.database')}>{size(state.database)}</Setting>
      {disk && (
        <Setting label={t('settings.operation.disk')}>
          {t('settings.operation.free', { free: size(disk.free), total: size(disk.total) })}
        </Setting>
      )}
      <Setting label={t('settings.operation.connections')}>
        {t('settings.operation.used', connections)}
      </Setting>
    </Section>
  );
}

/** The two largest units that are not zero, in the reader's words. */
function uptimeText(seconds: number, locale: string): string {
  const parts = [
    ['day', Math.floor(seconds / 86_400)],
    ['hour', Math.floor(seconds / 3600) % 24],
    ['minute', Math.floor(seconds / 60) % 60],
  ] as const;
  const told = parts.filter(([, value]) => value > 0).slice(0, 2);
  return (told.length > 0 ? told : ([['minute', 0]] as const))
    .map(([unit, value]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value),
    )
    .join(' ');
}
