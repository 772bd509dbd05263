import { Pill } from '@mantine/core';
import type { Target } from '../reference/target.ts';
import { useRecordName } from '../reference/use-record-name.ts';

interface TargetPillProps {
  readonly target: Target;
  onRemove(): void;
}

/** A chosen record that can be taken out again. */
export function TargetPill({ target, onRemove }: TargetPillProps) {
  const fetched = useRecordName(target.object, target.id, { enabled: target.name === undefined });
  return (
    <Pill withRemoveButton onRemove={onRemove}>
      {target.name ?? fetched ?? '…'}
    </Pill>
  );
}
