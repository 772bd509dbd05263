import { followedChanged } from '#kernel/notification.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { shownPath, withValues } from '#kernel/run-time/text-with-values.ts';
import { valueAt } from '#kernel/value-at.ts';
import { labelsOf } from '../http/labels.ts';
import type { Context } from '../records/context.ts';
import { type ChangesTold, changesTold } from './changes/changes-told.ts';
import { filledText, kindText } from './notification-texts.ts';
import { type RecordTold, recordsTold } from './records-told.ts';
import { shownValue } from './shown-value.ts';
import type { StoredNotification } from './stored-notification.ts';

/** A notification in words, in its reader's language. */
export interface Notification {
  readonly id: string;
  readonly kind: string;
  /** What the kind is called. */
  readonly label: string;
  /** The record's name. */
  readonly title: string;
  readonly text: string;
  readonly object: string;
  readonly record: string;
  /** Where it leads, within the product. */
  readonly path: string;
  readonly actor: StoredNotification['actor'];
  readonly count: number;
  readonly at: string;
  readonly read: string | null;
  readonly snoozed: string | null;
  /** Whether there is still something to do about it. */
  readonly concerns: boolean;
}

/**
 * Puts notifications into words for the actor; those about records that he may not see are left out, and those of
 * changes of which he may know none.
 */
export async function describeNotifications(
  context: Context,
  notifications: readonly StoredNotification[],
): Promise<readonly Notification[]> {
  const told = await recordsTold(context, notifications);
  const seen = notifications.filter(({ id }) => told.has(id));
  const changes = await changesTold(context, seen);
  return seen.flatMap((notification) => {
    const { id, kind, count } = notification;
    const changed = changes.get(id);
    if (kind === followedChanged.name && count === 1 && changed === undefined) return [];
    return [described(context, notification, told.get(id) as RecordTold, changed)];
  });
}

function described(
  context: Context,
  { id, kind, object: objectName, record, actor, count, at, read, snoozed, said }: StoredNotification,
  { values, concerns }: RecordTold,
  changed: ChangesTold | undefined,
): Notification {
  const { registry } = context;
  const { locale } = context.actor;
  const object = objectNamed(registry, objectName);
  const { shows: shown = [], leadsTo } = registry.notifications.get(kind) ?? {};
  const name = String(values[object.declaration.nameField] ?? '');
  const title = kindText(registry, locale, kind, 'title') || name;
  const parameters = {
    ...Object.fromEntries(
      shown.map((path) => [path, shownValue(context, object, path, valueAt(values, path))]),
    ),
    name,
    object: labelsOf(registry, locale).object(object, 'label'),
    actor: changed?.people ?? actor?.name ?? '',
    changes: changed?.text ?? '',
    count: String(count),
  };
  return {
    ...{ id, kind, object: objectName, record, actor, count, at, read, snoozed, concerns, title },
    path: leadsTo ?? `/${objectName}/${record}`,
    label: kindText(registry, locale, kind, 'label'),
    text:
      said === null
        ? filledText(kindText(registry, locale, kind, count > 1 ? 'many' : 'text'), parameters)
        : saidText(context, object, said, values),
  };
}

/** The company's own words, with what the reader may see of the record. */
function saidText(
  context: Context,
  object: ObjectModel,
  said: string,
  values: Readonly<Record<string, unknown>>,
): string {
  return withValues(said, (path) => {
    const shown = shownPath(context.registry, object, path);
    return shownValue(context, object, shown, valueAt(values, shown));
  });
}
