import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '#web/kit/use-narrow.ts';
import classes from './rail.module.css';
import { RailContent } from './rail-content.tsx';
import type { RailState } from './use-rail.ts';

/** Where everything is: beside the page on a wide window, over it on a phone. */
export function Rail({ rail }: { rail: RailState }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  if (narrow) {
    return (
      <Drawer
        opened={rail.drawerOpened}
        onClose={rail.closeDrawer}
        size={272}
        withCloseButton={false}
        padding={0}
        classNames={{ content: classes.drawer }}
        attributes={{ content: { 'aria-label': t('shell.navigation') } }}
      >
        <RailContent collapsed={false} onNavigate={rail.closeDrawer} />
      </Drawer>
    );
  }
  return (
    <div className={classes.rail} data-print="hidden">
      <RailContent collapsed={rail.collapsed} />
    </div>
  );
}
