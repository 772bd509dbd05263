import { ActionIcon, Button, SegmentedControl, Select, Switch } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import type { BarFields } from './bar.ts';
import classes from './schedule.module.css';
import { besides, type Zoom, zooms } from './span.ts';

interface ScheduleToolsProps {
  readonly state: ViewState;
  readonly fields: BarFields;
  /** By which bars may begin and end, and by which they may come after each other. */
  readonly dates: readonly FieldMeta[];
  readonly orders: readonly FieldMeta[];
  readonly day: string;
  readonly zoom: Zoom;
  /** How many bars there are and how many of them determine the end, when that is asked for. */
  readonly critical: { readonly count: number; readonly of: number } | undefined;
}

/** Which days are shown, the way to others, and by which fields bars and arrows are drawn. */
export function ScheduleTools({ state, fields, dates, orders, day, zoom, critical }: ScheduleToolsProps) {
  const { t } = useTranslation();
  const { start, end, after } = fields;
  const named = (all: readonly FieldMeta[]) => all.map(({ name, label }) => ({ value: name, label }));
  return (
    <div className={classes.tools}>
      <ActionIcon
        variant="default"
        aria-label={t('schedule.before')}
        onClick={() => state.change({ day: besides(day, zoom, -1) })}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <Button variant="default" onClick={() => state.change({ day: undefined })}>
        {t('calendar.today')}
      </Button>
      <ActionIcon
        variant="default"
        aria-label={t('schedule.after')}
        onClick={() => state.change({ day: besides(day, zoom, 1) })}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
      <SegmentedControl
        size="xs"
        aria-label={t('schedule.zoom')}
        data={zooms.map((value) => ({ value, label: t(`schedule.${value}`) }))}
        value={zoom}
        onChange={(next) => state.change({ zoom: next as Zoom })}
      />
      <Select
        size="xs"
        w={150}
        aria-label={t('schedule.start')}
        data={named(dates)}
        value={start.name}
        onChange={(next) => state.change({ group: next ?? undefined })}
      />
      <span aria-hidden>–</span>
      <Select
        size="xs"
        w={150}
        aria-label={t('schedule.end')}
        data={named(dates)}
        value={end.name}
        onChange={(next) => state.change({ ends: next ?? undefined })}
      />
      {orders.length > 0 && (
        <Select
          size="xs"
          w={150}
          aria-label={t('schedule.sequence')}
          placeholder={t('schedule.sequence')}
          data={named(orders)}
          value={after?.name ?? null}
          clearable={state.view.after === undefined}
          onChange={(next) => state.change({ after: next ?? undefined })}
        />
      )}
      {after && (
        <Switch
          size="xs"
          label={t('schedule.critical')}
          checked={critical !== undefined}
          onChange={({ currentTarget }) => state.change({ critical: currentTarget.checked || undefined })}
        />
      )}
      {critical && (
        <span className={classes.told} role="status">
          {t('schedule.criticalOf', critical)}
        </span>
      )}
    </div>
  );
}
