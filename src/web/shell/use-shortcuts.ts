import { useHotkeys } from '@mantine/hooks';
import { useParams } from '@tanstack/react-router';
import { useObjectMeta } from '#web/api/queries.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { help } from '#web/help/help-store.ts';
import { notificationPanel } from '#web/notifications/notification-store.ts';
import { openPalette, palette } from '#web/palette/palette-store.ts';
import { openShortcutHelp } from './shortcut-help-store.ts';
import type { RailState } from './use-rail.ts';

/** The keys that work on every page. Single letters rest while something is being typed. */
export function useShortcuts(rail: RailState): void {
  const { object = '' } = useParams({ strict: false });
  const here = useObjectMeta(object);
  useHotkeys(
    [
      ['mod+K', () => palette.set(!palette.get())],
      ['F1', () => help.set(!help.get())],
    ],
    [],
    true,
  );
  useHotkeys([
    ['/', openPalette],
    ['N', () => here?.can.create && openRecordForm({ object: here.name })],
    ['B', () => notificationPanel.set(!notificationPanel.get())],
    ['[', rail.toggle],
    ['shift+?', openShortcutHelp],
  ]);
}
