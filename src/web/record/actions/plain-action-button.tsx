import { Button, type ButtonProps, Menu } from '@mantine/core';
import type { ActionMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { actionTarget } from './action-target.ts';
import { useRunAction } from './use-run-action.tsx';

interface PressProps {
  readonly action: ActionMeta;
  readonly record: RecordJson;
  /** Called instead of running when the action needs to know something first. */
  onAsk(action: ActionMeta): void;
}

function usePress({ action, record, onAsk }: PressProps) {
  const { run, running } = useRunAction(action, { object: action.object ?? '', id: record.id });
  const press = () => {
    if (action.input.length > 0) onAsk(action);
    else run(actionTarget(action, record));
  };
  return { press, running };
}

/** A button that runs an action at once, or asks for its input first. */
export function PlainActionButton({ action, record, onAsk, ...button }: PressProps & ButtonProps) {
  const { press, running } = usePress({ action, record, onAsk });
  const icon = action.icon ? <ObjectIcon name={action.icon} size={15} /> : undefined;
  return (
    <Button {...button} loading={running} leftSection={icon} onClick={press}>
      {action.label}
    </Button>
  );
}

/** The same in a menu. */
export function ActionMenuItem({ action, record, onAsk }: PressProps) {
  const { press } = usePress({ action, record, onAsk });
  return (
    <Menu.Item leftSection={<ObjectIcon name={action.icon} size={15} />} onClick={press}>
      {action.label}
    </Menu.Item>
  );
}
