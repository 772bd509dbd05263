import { useStore } from '#web/kit/store.ts';
import { ActionDialog } from '#web/record/actions/action-dialog.ts';
import { askedAction } from './asked-action-store.ts';

/** Shows the form of the action that was picked in the palette. */
export function AskedActionHost() {
  const asked = useStore(askedAction);
  if (!asked) return null;
  return <ActionDialog {...asked} onClose={() => askedAction.set(undefined)} />;
}
