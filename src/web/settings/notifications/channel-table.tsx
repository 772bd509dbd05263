import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
import type { Channel, NotificationSettingsJson } from './settings-json.ts';

const channels = ['mail', 'digest', 'push'] as const;

/** What a mail at once and a mail for all are to each other: whoever takes one leaves the other. */
const instead: Readonly<Partial<Record<Channel, Channel>>> = { mail: 'digest', digest: 'mail' };

interface ChannelTableProps {
  readonly settings: NotificationSettingsJson;
  onChoose(kind: string, channels: readonly Channel[]): void;
}

/** Kinds of notifications down, channels across. */
export function ChannelTable({ settings, onChoose }: ChannelTableProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('settings.notifications.kind')}</th>
            <th className={classes.centred} data-roomy>
              {t('settings.notifications.app')}
            </th>
            {channels.map((channel) => (
              <th key={channel} className={classes.centred}>
                {t(`settings.notifications.${channel}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {settings.kinds.map(({ kind, label, channels: chosen }) => (
            <tr key={kind}>
              <td>{label}</td>
              <td className={classes.centred} data-roomy>
                <Checkbox
                  className={classes.inline}
                  checked
                  disabled
                  readOnly
                  aria-label={`${label}: ${t('settings.notifications.app')}`}
                />
              </td>
              {channels.map((channel) => (
                <td key={channel} className={classes.centred}>
                  <Checkbox
                    className={classes.inline}
                    checked={chosen.includes(channel)}
                    aria-label={`${label}: ${t(`settings.notifications.${channel}`)}`}
                    onChange={({ currentTarget }) =>
                      onChoose(
                        kind,
                        channels.filter((one) => {
                          if (one === channel) return currentTarget.checked;
                          return chosen.includes(one) && !(currentTarget.checked && one === instead[channel]);
                        }),
                      )
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
