import { Pill } from '@mantine/core';
import { NamedTarget } from '../reference/named-target.tsx';
import type { Target } from '../reference/target.ts';

interface TargetPillProps {
  readonly target: Target;
  onRemove(): void;
}

/** A chosen record that can be taken out again. */
export function TargetPill({ target, onRemove }: TargetPillProps) {
  return (
    <Pill withRemoveButton onRemove={onRemove}>
      <NamedTarget target={target}>{(name) => name ?? '…'}</NamedTarget>
    </Pill>
  );
}
