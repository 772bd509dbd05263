import { Tabs } from '@mantine/core';
import {
  IconBell,
  IconBuilding,
  IconForms,
  IconHistory,
  IconKey,
  IconLock,
  IconLogin2,
  IconServer,
  IconShield,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useInSight } from '#web/kit/use-in-sight.ts';
import { useTitle } from '#web/kit/use-title.ts';
import { ApiKeys } from './api-keys/api-keys.tsx';
import { Audit } from './audit/audit.tsx';
import { ClosedPart } from './closed-part.tsx';
import { Company } from './company/company.tsx';
import { Fields } from './fields/fields.tsx';
import { NotificationSettings } from './notifications/notification-settings.tsx';
import { Operation } from './operation/operation.tsx';
import { People } from './people/people.tsx';
import { Profile } from './profile/profile.tsx';
import { Rights } from './rights/rights.tsx';
import { Security } from './security/security.tsx';
import classes from './settings.module.css';
import { SignInSettings } from './sign-in/sign-in-settings.tsx';

const parts = [
  { value: 'profile', Icon: IconUser, Part: Profile, administrators: false },
  { value: 'security', Icon: IconLock, Part: Security, administrators: false },
  { value: 'notifications', Icon: IconBell, Part: NotificationSettings, administrators: false },
  { value: 'keys', Icon: IconKey, Part: ApiKeys, administrators: false },
  { value: 'people', Icon: IconUsers, Part: People, administrators: true },
  { value: 'signIn', Icon: IconLogin2, Part: SignInSettings, administrators: true },
  { value: 'rights', Icon: IconShield, Part: Rights, administrators: true },
  { value: 'fields', Icon: IconForms, Part: Fields, administrators: true },
  { value: 'audit', Icon: IconHistory, Part: Audit, administrators: true },
  { value: 'operation', Icon: IconServer, Part: Operation, administrators: true },
  { value: 'company', Icon: IconBuilding, Part: Company, administrators: false },
] as const;

/** What a person sets for himself, and an administrator for the company. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { user } = useMeta();
  const navigate = useNavigate();
  const { part: asked } = useSearch({ from: '/app/settings' });
  const offered = parts.filter(({ administrators }) => !administrators || user.administrator);
  // A link may lead to a part that is for others; an address that leads nowhere shows the first.
  const current = parts.find(({ value }) => value === asked)?.value ?? 'profile';
  const tabs = useInSight<HTMLDivElement>(current, '[data-active]');
  useTitle(t('shell.settings'));
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{t('shell.settings')}</h1>
      <Tabs
        value={current}
        onChange={(part) => navigate({ to: '/settings', search: part ? { part } : {}, replace: true })}
        keepMounted={false}
      >
        <Tabs.List className={classes.tabs} ref={tabs}>
          {offered.map(({ value, Icon }) => (
            <Tabs.Tab key={value} value={value} leftSection={<Icon size={15} stroke={1.6} />}>
              {t(`settings.${value}.title`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {offered.map(({ value, Part }) => (
          <Tabs.Panel key={value} value={value} className={classes.panel}>
            <Part />
          </Tabs.Panel>
        ))}
      </Tabs>
      {offered.every(({ value }) => value !== current) && <ClosedPart />}
    </div>
  );
}
