import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconGitMerge } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { formatDate } from '#kernel/writing/date.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import type { Arrow } from './arrows.ts';
import type { Bar } from './bar.ts';
import type { BarPart } from './moved-bar.ts';
import classes from './schedule.module.css';
import { ScheduleBar } from './schedule-bar.tsx';
import { placeOf, type Span } from './span.ts';
import type { RowActs } from './use-row-acts.ts';

interface ScheduleRowProps {
  readonly object: ObjectMeta;
  readonly bar: Bar;
  readonly span: Span;
  readonly arrows: readonly Arrow[];
  /** Days by which it may slip; undefined where that is not asked for. */
  readonly slack: number | undefined;
  readonly tint: string | undefined;
  readonly movable: readonly BarPart[];
  /** Whether one may say what it comes after. */
  readonly linkable: boolean;
  readonly acts: RowActs;
}

const keyShortcuts = 'Alt+ArrowLeft Alt+ArrowRight Alt+Shift+ArrowLeft Alt+Shift+ArrowRight';

/** A line of the chart: the name of a record, what it comes after, and its bar. */
export const ScheduleRow = memo(function ScheduleRow(props: ScheduleRowProps) {
  const { object, bar, span, arrows, slack, tint, movable, linkable, acts } = props;
  const { t } = useTranslation();
  const { locale } = useFormatting();
  const name = bar.name || t('list.unnamed');
  const dates = [...new Set([bar.first, bar.last])].map((day) => formatDate(day, locale)).join(' – ');
  const broken = arrows.filter((arrow) => arrow.broken);
  const telling = [
    dates,
    ...(bar.milestone ? [t('schedule.milestone')] : []),
    ...arrows.map((arrow) =>
      t(arrow.broken ? 'schedule.tooEarly' : 'schedule.comesAfter', { name: arrow.before.name }),
    ),
    ...(bar.after.length > arrows.length
      ? [t('schedule.afterOthers', { count: bar.after.length - arrows.length })]
      : []),
    ...(slack === undefined
      ? []
      : [slack <= 0 ? t('schedule.isCritical') : t('schedule.slack', { count: slack })]),
  ];
  const place = placeOf(span, bar.first, bar.last);
  const move = (event: KeyboardEvent) => {
    const days = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const part = event.shiftKey ? 'end' : 'whole';
    if (days === 0 || !event.altKey || !movable.includes(part)) return;
    event.preventDefault();
    acts.move(bar, part, days);
  };
  return (
    <>
      <div className={classes.name}>
        <Link
          to="/$object/$id"
          params={{ object: object.name, id: bar.id }}
          aria-label={[name, ...telling].join(t('schedule.comma'))}
          aria-keyshortcuts={movable.length > 0 ? keyShortcuts : undefined}
          title={movable.length > 0 ? t('schedule.keys') : undefined}
          onKeyDown={move}
        >
          {name}
        </Link>
        {linkable && (
          <ActionIcon
            size="sm"
            className={classes.after}
            aria-label={t('schedule.editAfter', { name })}
            onClick={() => acts.askAfter(bar)}
          >
            <IconGitMerge size={14} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <div className={classes.lane} data-lane>
        {broken.length > 0 && place && (
          <IconAlertTriangle
            className={classes.warning}
            size={16}
            style={{ left: `${bar.milestone ? place.left + place.width / 2 : place.left}%` }}
            aria-hidden
          />
        )}
        <ScheduleBar
          object={object.name}
          bar={bar}
          label={[name, ...telling].join(' · ')}
          span={span}
          tint={tint}
          critical={slack !== undefined && slack <= 0}
          movable={movable}
          onMove={(part, days) => acts.move(bar, part, days)}
          onDraw={linkable ? acts.beginArrow(bar.id) : undefined}
        />
      </div>
    </>
  );
});
