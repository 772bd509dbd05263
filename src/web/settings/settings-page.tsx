import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useTitle } from '#web/kit/use-title.ts';
import { ClosedPart } from './closed-part.tsx';
import { settingsGroups } from './parts.ts';
import classes from './settings.module.css';
import { SettingsNavigation } from './settings-navigation.tsx';

/** What a person sets for himself, and an administrator for the company and the installation. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { user } = useMeta();
  const { part: asked } = useSearch({ from: '/app/settings' });
  const parts = settingsGroups.flatMap((group) => group.parts);
  // A link may lead to a part that is for others; an address that leads nowhere shows the first.
  const current = parts.find(({ value }) => value === asked)?.value ?? 'profile';
  const groups = settingsGroups
    .map((group) => ({
      ...group,
      parts: group.parts.filter(
        ({ administrators, operators }) =>
          (!administrators || user.administrator) && (!operators || user.operator),
      ),
    }))
    .filter((group) => group.parts.length > 0);
  const shown = groups.flatMap((group) => group.parts).find(({ value }) => value === current);
  useTitle(t('shell.settings'));
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{t('shell.settings')}</h1>
      <SettingsNavigation groups={groups} current={shown?.value} />
      <div className={classes.panel}>{shown ? <shown.Part key={shown.value} /> : <ClosedPart />}</div>
    </div>
  );
}
