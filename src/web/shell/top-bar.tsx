import { ActionIcon } from '@mantine/core';
import { IconHelp, IconLayoutSidebar, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openHelp } from '#web/help/help-store.ts';
import { KeyHint } from '#web/kit/key-hint.tsx';
import { modifierKey } from '#web/kit/modifier-key.ts';
import { Bell } from '#web/notifications/bell.tsx';
import { openPalette } from '#web/palette/palette-store.ts';
import { LanguageButton } from './language-button.tsx';
import { QuickCreate } from './quick-create.tsx';
import classes from './top-bar.module.css';
import type { RailState } from './use-rail.ts';
import { UserMenu } from './user-menu.tsx';

/** Search, create, and who I am: on every page. */
export function TopBar({ rail }: { rail: RailState }) {
  const { t } = useTranslation();
  return (
    <header className={classes.bar} data-print="hidden">
      <ActionIcon
        data-hint={t('shell.toggleRail')}
        className={classes.toggle}
        onClick={rail.toggle}
        aria-label={t('shell.toggleRail')}
        aria-expanded={!rail.collapsed}
      >
        <IconLayoutSidebar size={18} stroke={1.6} />
      </ActionIcon>
      <button type="button" className={classes.search} onClick={openPalette}>
        <IconSearch size={15} stroke={1.8} aria-hidden />
        <span className={classes.words}>{t('shell.search')}</span>
        <span className={classes.keys}>
          <KeyHint keys={[modifierKey, 'K']} />
        </span>
      </button>
      <div className={classes.end}>
        <LanguageButton />
        <QuickCreate />
        <ActionIcon
          data-hint={t('shell.help')}
          size={30}
          className={classes.help}
          aria-label={t('shell.help')}
          onClick={openHelp}
        >
          <IconHelp size={19} stroke={1.6} />
        </ActionIcon>
        <Bell />
        <UserMenu />
      </div>
    </header>
  );
}
