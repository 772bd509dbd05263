import { BackupPlace } from './backup-place.tsx';
import { BackupRuns } from './backup-runs.tsx';
import { BackupSchedule } from './backup-schedule.tsx';
import { Outside } from './outside.tsx';
import { Queues } from './queues.tsx';
import { Statements } from './statements.tsx';
import { SystemState } from './system-state.tsx';
import { useOperation } from './use-operation.ts';

/** How the installation does: its health, its queues, its backups. */
export function Operation() {
  const { data } = useOperation();
  if (!data) return null;
  const { state, queues, statements, backup } = data;
  return (
    <>
      {state && <SystemState state={state} />}
      <Queues queues={queues} />
      {backup && <BackupRuns backup={backup} />}
      {backup && <BackupPlace backup={backup} />}
      {backup?.place && <BackupSchedule backup={backup} />}
      {state && <Outside />}
      {statements && <Statements statements={statements} />}
    </>
  );
}
