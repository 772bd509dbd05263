import type { ActionMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import type { Values } from '#web/fields/field-props.ts';
import { isAvailable } from './available.ts';
import { useAsker } from './use-asker.ts';

/** The actions that may be run on this record as it is now. */
export function useOfferedActions(object: string, record: Values): readonly ActionMeta[] {
  const { actions } = useMeta();
  const asker = useAsker(object);
  return actions.filter(
    (action) => action.object === object && action.target !== 'none' && isAvailable(action, record, asker),
  );
}
