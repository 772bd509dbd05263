import { useDisclosure } from '@mantine/hooks';
import { usePreference } from '#web/kit/preference.ts';

/** The left rail: collapsed to icons on a wide window, a drawer on a narrow one. */
export interface RailState {
  readonly collapsed: boolean;
  toggle(): void;
  readonly drawerOpened: boolean;
  openDrawer(): void;
  closeDrawer(): void;
}

/** Keeps the rail as this person left it. */
export function useRail(): RailState {
  const [collapsed, setCollapsed] = usePreference('railCollapsed', false);
  const [drawerOpened, drawer] = useDisclosure(false);
  return {
    collapsed,
    toggle: () => setCollapsed(!collapsed),
    drawerOpened,
    openDrawer: drawer.open,
    closeDrawer: drawer.close,
  };
}
