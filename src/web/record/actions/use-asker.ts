import { fieldAt } from '#kernel/field-at.ts';
import { useMeta } from '#web/api/queries.ts';
import type { Asker } from '#web/fields/around-record.ts';
import { useMoment } from '#web/fields/use-moment.ts';

/** The signed-in person, as conditions on records of an object need to know. */
export function useAsker(object: string): Asker {
  const meta = useMeta();
  const moment = useMoment();
  const { currency, currencies } = meta.workspace;
  return {
    ...moment(),
    timeZone: meta.user.timeZone,
    currency,
    currencies,
    field: (path) => fieldAt(meta, object, path),
  };
}
