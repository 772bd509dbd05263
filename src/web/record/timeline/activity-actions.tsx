import { useState } from 'react';
import type { ActionMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { ActionDialog } from '../actions/action-dialog.ts';
import { PlainActionButton } from '../actions/plain-action-button.tsx';
import { useOfferedActions } from '../actions/use-offered-actions.ts';

interface ActivityActionsProps {
  readonly object: string;
  readonly activity: RecordJson;
}

/** The main thing to do with an activity, without leaving the record: complete a task, for one. */
export function ActivityActions({ object, activity }: ActivityActionsProps) {
  const [asking, setAsking] = useState<ActionMeta>();
  const primary = useOfferedActions(object, activity).find((action) => action.primary);
  return (
    <>
      {primary && (
        <PlainActionButton
          action={primary}
          record={activity}
          onAsk={setAsking}
          variant="default"
          size="compact-xs"
        />
      )}
      {asking && <ActionDialog action={asking} record={activity} onClose={() => setAsking(undefined)} />}
    </>
  );
}
