import { Button, Popover, ScrollArea, Skeleton, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { StandingTarget } from '#web/kit/standing-target.tsx';
import { useFocusBack } from '#web/kit/use-focus-back.ts';
import { useRecordScope } from '../record-scope.ts';
import { ChangedValue } from '../timeline/changed-value.tsx';
import type { TimelineEntry } from '../timeline/timeline-entry.ts';
import classes from './field-history.module.css';
import { useFieldHistory } from './use-field-history.ts';

interface FieldHistoryPopoverProps {
  readonly field: FieldMeta;
  readonly label: string;
  /** Beside which it opens. */
  readonly button: HTMLElement;
  onClose(): void;
}

/** Who set a field when, from what, to what; drawn for the one field of which it is asked, not for each. */
export function FieldHistoryPopover({ field, label, button, onClose }: FieldHistoryPopoverProps) {
  useFocusBack(true);
  return (
    <Popover opened onDismiss={onClose} position="bottom-start" width={320} trapFocus withRoles={false}>
      <Popover.Target>
        <StandingTarget element={button} />
      </Popover.Target>
      {/* It takes the focus itself while there is nothing in it yet, so that Escape reaches it. */}
      <Popover.Dropdown p={0} role="dialog" aria-label={label} tabIndex={-1}>
        <Text className={classes.title}>{label}</Text>
        <History field={field} />
      </Popover.Dropdown>
    </Popover>
  );
}

function History({ field }: { field: FieldMeta }) {
  const { t } = useTranslation();
  const { object, record } = useRecordScope();
  const history = useFieldHistory(object.name, record.id, field.name);
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? [];
  if (history.isPending) return <Skeleton height={48} m="sm" />;
  if (entries.length === 0)
    return (
      <Text c="dimmed" p="sm">
        {t('record.noHistory')}
      </Text>
    );
  return (
    <ScrollArea.Autosize mah={320} type="auto" tabIndex={0}>
      <ol className={classes.list}>
        {entries.map((entry) => (
          <HistoryEntry key={entry.id} entry={entry} field={field} />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button
          variant="subtle"
          size="compact-xs"
          m="xs"
          loading={history.isFetchingNextPage}
          onClick={() => history.fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      )}
    </ScrollArea.Autosize>
  );
}

function HistoryEntry({ entry, field }: { entry: TimelineEntry; field: FieldMeta }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const [change] = entry.changes;
  if (!change) return null;
  return (
    <li className={classes.entry}>
      <div className={classes.values}>
        <span className={classes.old}>
          <ChangedValue field={field} value={change.old} />
        </span>
        <IconArrowRight size={13} className={classes.arrow} aria-label={t('record.timeline.to')} />
        <ChangedValue field={field} value={change.new} />
      </div>
      <div className={classes.who}>
        <span>{entry.actor?.name ?? t('record.timeline.system')}</span>
        <time dateTime={entry.at}>{formatDateTime(entry.at, locale, timeZone)}</time>
      </div>
    </li>
  );
}
