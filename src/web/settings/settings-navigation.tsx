import { NativeSelect } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SettingsGroup } from './parts.ts';
import classes from './settings.module.css';

interface SettingsNavigationProps {
  readonly groups: readonly SettingsGroup[];
  /** The part that is open, when it is one of these. */
  readonly current: string | undefined;
}

/** The parts of the settings: a list at the side, and where there is no room for one a field to choose from. */
export function SettingsNavigation({ groups, current }: SettingsNavigationProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const label = t('settings.parts');
  const named = groups.map(({ name, parts }) => ({ name, label: t(`settings.groups.${name}`), parts }));
  return (
    <>
      <nav className={classes.list} aria-label={label}>
        {named.map((group) => (
          <div key={group.name} className={classes.group}>
            <p id={`settings-${group.name}`}>{group.label}</p>
            <ul aria-labelledby={`settings-${group.name}`}>
              {group.parts.map(({ value, Icon }) => (
                <li key={value}>
                  <Link
                    to="/settings"
                    search={{ part: value }}
                    className={classes.part}
                    aria-current={value === current ? 'page' : undefined}
                  >
                    <Icon size={16} stroke={1.6} />
                    {t(`settings.${value}.title`)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <NativeSelect
        className={classes.picker}
        aria-label={label}
        size="md"
        value={current ?? ''}
        data={[
          ...(current === undefined ? [{ value: '', label, disabled: true }] : []),
          ...named.map((group) => ({
            group: group.label,
            items: group.parts.map(({ value }) => ({ value, label: t(`settings.${value}.title`) })),
          })),
        ]}
        onChange={(event) => navigate({ to: '/settings', search: { part: event.currentTarget.value } })}
      />
    </>
  );
}
