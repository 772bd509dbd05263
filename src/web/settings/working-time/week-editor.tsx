import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Week, weekdays } from '#kernel/working-time/week.ts';
import { weekdayName } from '#web/fields/recurrence/weekday-name.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { HoursEditor } from './hours-editor.tsx';
import classes from './working-time.module.css';

interface WeekEditorProps {
  readonly week: Week;
  /** What is wrong, by the place at which it stands; `at` leads to the week. */
  readonly errors: Readonly<Record<string, string>>;
  readonly at: string;
  onChange(week: Week): void;
}

/** The hours of each day of a week. */
export function WeekEditor({ week, errors, at, onChange }: WeekEditorProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const labels = weekdays.map((_, place) => weekdayName(place, locale, 'long'));
  const [first] = weekdays.filter((weekday) => week[weekday].length > 0);
  return (
    <div>
      {weekdays.map((weekday, place) => (
        <div key={weekday} className={classes.day}>
          <span className={classes.weekday}>{labels[place]}</span>
          <div>
            <HoursEditor
              label={labels[place] ?? ''}
              hours={week[weekday]}
              onChange={(hours) => onChange({ ...week, [weekday]: hours })}
            />
            <Wrong message={firstError(errors, `${at}.${weekday}`)} />
          </div>
        </div>
      ))}
      <Wrong message={errors[at]} />
      {first && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            onChange(
              Object.fromEntries(
                weekdays.map((weekday) => [weekday, week[weekday].length > 0 ? week[first] : []]),
              ) as unknown as Week,
            )
          }
        >
          {t('settings.workingTime.sameAs', { day: labels[weekdays.indexOf(first)] })}
        </Button>
      )}
    </div>
  );
}

/** The first message of what stands at a place or within it. */
export function firstError(errors: Readonly<Record<string, string>>, at: string): string | undefined {
  return Object.entries(errors).find(([field]) => field === at || field.startsWith(`${at}.`))?.[1];
}

/** A message below what it is about. */
export function Wrong({ message }: { readonly message: string | undefined }) {
  return message ? (
    <Text size="xs" c="red" role="alert">
      {message}
    </Text>
  ) : null;
}
