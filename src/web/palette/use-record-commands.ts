import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { keys } from '#web/api/keys.ts';
import type { RecordJson } from '#web/api/record.ts';
import { useOfferedActions } from '#web/record/actions/use-offered-actions.ts';
import { askAction } from './asked-action-store.ts';
import type { PaletteItem } from './palette-item.ts';

/** What can be done with the record that is on screen. */
export function useRecordCommands(): readonly PaletteItem[] {
  const { object = '', id = '' } = useParams({ strict: false });
  const record = useQueryClient()
    .getQueriesData<RecordJson>({ queryKey: keys.recordAnySelect(object, id) })
    .flatMap(([, each]) => each ?? [])
    .toSorted((one, other) => other.version - one.version)[0];
  const actions = useOfferedActions(object, record ?? {});
  if (!record) return [];
  return actions.map((action) => ({
    id: `action:${action.name}`,
    group: 'here',
    icon: action.icon ?? '',
    label: action.label,
    run: () => askAction({ action, record }),
  }));
}
