import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { valueAt } from '#kernel/value-at.ts';
import { formatTime } from '#kernel/writing/date-time.ts';
import { useObjectMeta, useRecords } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { UserAvatar } from '#web/kit/user-avatar.tsx';
import classes from './calendar.module.css';
import { DayEntry } from './day-entry.tsx';
import { DayNoteMark } from './day-note-mark.tsx';
import { daysOf, type Entry } from './entry.ts';
import { workedDays } from './off-hours.ts';
import type { Shown } from './shown.ts';
import type { ToldSpan } from './told-span.ts';
import { useBusy } from './use-busy.ts';
import { useWorkingTime } from './use-working-time.ts';

/** As many as can be asked about at once. */
const most = 60;

/** A week of everybody, or of every thing that can be taken: what each takes part in, and when else they are taken up. */
export function WhoGrid(props: Shown & { readonly target: string }) {
  const { object, field, columns, entries, days, today, notes, target } = props;
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const who = useObjectMeta(target);
  const isPeople = object.fields.some(({ type, targets }) => type === 'user' && targets?.includes(target));
  const active = who?.fields.some(({ name }) => name === 'active');
  const list = useRecords(target, {
    select: who?.nameField ?? 'id',
    sort: who?.nameField ?? 'id',
    limit: most,
    ...(active && { where: { active: { ne: false } } }),
  });
  const rows = list.data?.pages[0]?.records ?? [];
  const ids = rows.map(({ id }) => id);
  const busy = useBusy(object.name, target, ids, days);
  // Things are there to be had when the company works.
  const working = useWorkingTime(days, isPeople ? ids : []);
  const names = (object.occurs?.with ?? []).filter((name) =>
    object.fields.some((each) => each.name === name && each.targets?.includes(target)),
  );
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return (
    <div className={classes.scroller}>
      <table className={classes.who}>
        <thead>
          <tr>
            <th scope="col">{who?.plural}</th>
            {days.map((day) => (
              <th key={day} scope="col" data-today={day === today || undefined}>
                {weekday.format(Date.parse(`${day}T00:00:00Z`))}{' '}
                <span className={classes.date}>{Number(day.slice(8))}</span>
                <DayNoteMark note={notes.get(day)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const own = entries.filter(({ record }) => names.some((name) => holds(record[name], row.id)));
            const name = String(valueAt(row, who?.nameField ?? 'name') ?? '');
            const spans = working.of(row.id);
            const worked = spans && workedDays(spans, timeZone);
            const hidden = (busy.get(row.id) ?? []).filter((span) => !isCovered(span, own));
            return (
              <tr key={row.id}>
                <th scope="row">
                  <span className={classes.whoName}>
                    <UserAvatar name={name} size={22} />
                    {name}
                  </span>
                </th>
                {days.map((day) => (
                  <td
                    key={day}
                    data-day={day}
                    data-today={day === today || undefined}
                    data-off={worked?.has(day) === false || undefined}
                  >
                    {own
                      .filter((entry) => daysOf(entry, timeZone).includes(day))
                      .map((entry) => (
                        <DayEntry key={entry.key} {...{ object, field, columns, entry, day }} />
                      ))}
                    {hidden
                      .filter((span) => daysOf(asEntry(row, span), timeZone).includes(day))
                      .map((span) => (
                        <span key={span.from} className={classes.busy}>
                          {t('calendar.busy', {
                            from: formatTime(span.from, locale, timeZone),
                            to: formatTime(span.to, locale, timeZone),
                          })}
                        </span>
                      ))}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {list.isSuccess && rows.length === 0 && (
        <Text c="dimmed" ta="center" p="lg">
          {t('calendar.nobody', { label: who?.plural })}
        </Text>
      )}
    </div>
  );
}

function holds(value: unknown, id: string): boolean {
  return [value].flat().some((each) => each === id || (each as { id?: string } | null)?.id === id);
}

/** Whether what is shown accounts for the whole of a span. */
function isCovered({ from, to }: ToldSpan, entries: readonly Entry[]): boolean {
  let reached = Date.parse(from);
  for (const entry of entries)
    if (Date.parse(entry.from) <= reached) reached = Math.max(reached, Date.parse(entry.to));
  return reached >= Date.parse(to);
}

function asEntry(record: RecordJson, span: ToldSpan): Entry {
  return { key: '', record, whole: false, ...span };
}
