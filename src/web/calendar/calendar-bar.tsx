import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import classes from './calendar.module.css';
import { type Scale, stepped } from './scale.ts';

interface CalendarBarProps {
  readonly object: ObjectMeta;
  readonly scales: readonly Scale[];
  readonly scale: Scale;
  readonly days: readonly string[];
  readonly day: string;
  readonly today: string;
  onGo(day: string): void;
  onScale(scale: Scale): void;
  readonly children?: ReactNode;
}

/** Which days are shown, the way to others, and how much at once. */
export function CalendarBar(props: CalendarBarProps) {
  const { object, scales, scale, days, day, today, onGo, onScale, children } = props;
  const { t } = useTranslation();
  const { locale } = useFormatting();
  const { objects } = useMeta();
  const people = object.fields.find(({ type, targets }) => type === 'user' && targets)?.targets?.[0];
  const labelOf = (each: Scale) => {
    if (each === 'day' || each === 'week' || each === 'month') return t(`calendar.scale.${each}`);
    const target = each.slice('with:'.length);
    if (target === people) return t('calendar.scale.team');
    return objects.find(({ name }) => name === target)?.plural ?? target;
  };
  const unit = scale === 'day' || scale === 'month' ? scale : 'week';
  return (
    <div className={classes.bar}>
      <h2 className={classes.month}>{titleOf(scale, days, day, locale)}</h2>
      <ActionIcon aria-label={t(`calendar.previous.${unit}`)} onClick={() => onGo(stepped(scale, day, -1))}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <ActionIcon aria-label={t(`calendar.next.${unit}`)} onClick={() => onGo(stepped(scale, day, 1))}>
        <IconChevronRight size={16} />
      </ActionIcon>
      <Button variant="default" size="compact-xs" onClick={() => onGo(today)}>
        {t('calendar.today')}
      </Button>
      {children}
      {scales.length > 1 && (
        <SegmentedControl
          className={classes.scales}
          size="xs"
          aria-label={t('calendar.scale.label')}
          data={scales.map((each) => ({ value: each, label: labelOf(each) }))}
          value={scale}
          onChange={(next) => onScale(next as Scale)}
        />
      )}
    </div>
  );
}

function titleOf(scale: Scale, days: readonly string[], day: string, locale: string): string {
  const at = (text: string | undefined) => Date.parse(`${text}T00:00:00Z`);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC', ...options });
  if (scale === 'month') return format({}).format(at(`${day.slice(0, 7)}-01`));
  if (scale === 'day') return format({ day: 'numeric', weekday: 'short' }).format(at(day));
  return format({ month: 'short', day: 'numeric' }).formatRange(at(days[0]), at(days.at(-1)));
}
