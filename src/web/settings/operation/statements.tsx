import { useTranslation } from 'react-i18next';
import { useLocale } from '#web/i18n/use-locale.ts';
import { Section } from '../section.tsx';
import { SettingsTable } from '../settings-table.tsx';
import type { Statement } from './use-operation.ts';

/** What the database spends its time on. */
export function Statements({ statements }: { statements: readonly Statement[] }) {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(useLocale());
  return (
    <Section title={t('settings.operation.statements')} text={t('settings.operation.statementsText')} flush>
      <SettingsTable
        columns={[
          t('settings.operation.statement'),
          t('settings.operation.calls'),
          t('settings.operation.mean'),
          t('settings.operation.longest'),
        ]}
      >
        {statements.map(({ text, calls, mean, longest }) => (
          <tr key={text}>
            <td style={{ maxWidth: 420, overflow: 'hidden', textOverflow: 'ellipsis' }} title={text}>
              <code>{text}</code>
            </td>
            <td>{number.format(calls)}</td>
            <td>{number.format(mean)} ms</td>
            <td>{number.format(longest)} ms</td>
          </tr>
        ))}
      </SettingsTable>
    </Section>
  );
}
