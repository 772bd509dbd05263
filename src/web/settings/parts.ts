import {
  type Icon,
  IconBell,
  IconBox,
  IconBuilding,
  IconBuildingCommunity,
  IconClock,
  IconForms,
  IconGitBranch,
  IconHistory,
  IconKey,
  IconLayoutColumns,
  IconLock,
  IconLogin2,
  IconPuzzle,
  IconServer,
  IconShield,
  IconShieldCheck,
  IconShieldLock,
  IconUser,
  IconUsers,
  IconVersions,
  IconWebhook,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { ApiKeys } from './api-keys/api-keys.tsx';
import { Audit } from './audit/audit.tsx';
import { Automations } from './automations/automations.tsx';
import { Companies } from './companies/companies.tsx';
import { Company } from './company/company.tsx';
import { Fields } from './fields/fields.tsx';
import { Layouts } from './layouts/layouts.tsx';
import { Modules } from './modules/modules.tsx';
import { NotificationSettings } from './notifications/notification-settings.tsx';
import { Objects } from './objects/objects.tsx';
import { Operation } from './operation/operation.tsx';
import { People } from './people/people.tsx';
import { Privacy } from './privacy/privacy.tsx';
import { Profile } from './profile/profile.tsx';
import { Rights } from './rights/rights.tsx';
import { Safeguards } from './safeguards/safeguards.tsx';
import { Security } from './security/security.tsx';
import { SignInSettings } from './sign-in/sign-in-settings.tsx';
import { Types } from './types/types.tsx';
import { Webhooks } from './webhooks/webhooks.tsx';
import { WorkingTime } from './working-time/working-time.tsx';

/** A part of the settings, with an address of its own. */
export interface SettingsPart {
  readonly value: string;
  readonly Icon: Icon;
  readonly Part: ComponentType;
  /** For administrators alone. */
  readonly administrators?: true;
  /** For those alone who run the installation. */
  readonly operators?: true;
}

export interface SettingsGroup {
  readonly name: string;
  readonly parts: readonly SettingsPart[];
}

/** Everything that can be set, by whom it concerns: oneself, the company, the installation. */
export const settingsGroups: readonly SettingsGroup[] = [
  {
    name: 'personal',
    parts: [
      { value: 'profile', Icon: IconUser, Part: Profile },
      { value: 'security', Icon: IconLock, Part: Security },
      { value: 'notifications', Icon: IconBell, Part: NotificationSettings },
      { value: 'keys', Icon: IconKey, Part: ApiKeys },
    ],
  },
  {
    name: 'company',
    parts: [
      { value: 'company', Icon: IconBuilding, Part: Company },
      { value: 'workingTime', Icon: IconClock, Part: WorkingTime, administrators: true },
      { value: 'people', Icon: IconUsers, Part: People, administrators: true },
      { value: 'signIn', Icon: IconLogin2, Part: SignInSettings, administrators: true },
      { value: 'rights', Icon: IconShield, Part: Rights, administrators: true },
      { value: 'privacy', Icon: IconShieldLock, Part: Privacy, administrators: true },
      { value: 'objects', Icon: IconBox, Part: Objects, administrators: true },
      { value: 'fields', Icon: IconForms, Part: Fields, administrators: true },
      { value: 'types', Icon: IconVersions, Part: Types, administrators: true },
      { value: 'layouts', Icon: IconLayoutColumns, Part: Layouts, administrators: true },
      { value: 'automations', Icon: IconGitBranch, Part: Automations, administrators: true },
      { value: 'modules', Icon: IconPuzzle, Part: Modules, administrators: true },
    ],
  },
  {
    name: 'system',
    parts: [
      { value: 'webhooks', Icon: IconWebhook, Part: Webhooks, administrators: true },
      { value: 'safeguards', Icon: IconShieldCheck, Part: Safeguards, administrators: true },
      { value: 'audit', Icon: IconHistory, Part: Audit, administrators: true },
      { value: 'operation', Icon: IconServer, Part: Operation, administrators: true },
      { value: 'companies', Icon: IconBuildingCommunity, Part: Companies, operators: true },
    ],
  },
];
