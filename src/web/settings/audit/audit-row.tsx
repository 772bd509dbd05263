import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { RecordLink } from '#web/fields/reference/record-link.tsx';
import { useRecordName } from '#web/fields/reference/use-record-name.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { usePeopleObject } from '../people/use-people.ts';
import classes from '../settings.module.css';
import own from './audit.module.css';
import type { AuditEntry } from './audit-entry.ts';
import { AuditFacts } from './audit-facts.tsx';
import { useAuditWords } from './use-audit-words.ts';

/** One entry: when, who, what, and to what. */
export function AuditRow({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const words = useAuditWords();
  const { actor, actingFor } = entry;
  const name = actor === null ? t('record.timeline.system') : (actor.name ?? actor.id);
  return (
    <tr>
      <td>
        <time dateTime={entry.at}>{formatDateTime(entry.at, locale, timeZone)}</time>
      </td>
      <td>
        {actingFor === null
          ? name
          : t('settings.audit.actingFor', { name, other: actingFor.name ?? actingFor.id })}
      </td>
      <td>{words.kind(entry.kind)}</td>
      <td className={own.subject}>
        <Subject subject={entry.subject} />
      </td>
      <td className={`${classes.faint} ${own.facts}`}>
        <AuditFacts entry={entry} />
      </td>
      <td className={classes.faint}>{entry.ip}</td>
    </tr>
  );
}

/** What it happened to: a record by its name, a kind of record by its label. */
function Subject({ subject }: { readonly subject: string | null }) {
  const { labelOf } = useAuditWords();
  const people = usePeopleObject();
  const [object = '', id] = subject?.split('/') ?? [];
  // Sign-in knows people apart from the records that they are.
  const name = object === 'person' ? (people?.name ?? '') : object;
  const label = labelOf(name);
  const recordName = useRecordName(name, id, { enabled: label !== undefined });
  if (label === undefined) return null;
  // A record that is gone has no name any more.
  return id === undefined ? label : <RecordLink target={{ object: name, id, name: recordName ?? label }} />;
}
