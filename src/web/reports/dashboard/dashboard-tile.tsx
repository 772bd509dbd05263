import { useDraggable, useDroppable } from '@dnd-kit/core';
import { ActionIcon, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconDots, IconGripVertical } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { ReportSettings } from '#kernel/report-settings.ts';
import { useDelete, useUpdate } from '#web/api/mutations.ts';
import { useFieldMeta, useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { ReportView } from '../report-view.tsx';
import { useReport } from '../use-report.ts';
import classes from './dashboard.module.css';
import { type DashboardLimits, limitedSettings } from './dashboard-filter.tsx';
import { tileReport } from './tile-reports.ts';

interface DashboardTileProps {
  readonly tile: RecordJson;
  readonly kind: string;
  readonly limits: DashboardLimits;
  readonly mine: boolean;
  readonly place: number;
  readonly last: boolean;
  onMove(to: number): void;
}

/** A report in its place: its picture, or its numbers when they are asked for. */
export function DashboardTile({ tile, kind, limits, mine, place, last, onMove }: DashboardTileProps) {
  const { t } = useTranslation();
  const meta = useMeta();
  const [table, setTable] = useState(false);
  const update = useUpdate(kind);
  const remove = useDelete(kind);
  const widths = useFieldMeta(kind, 'width')?.choices ?? [];
  const report = tileReport(meta, tile);
  const object = meta.objects.find(({ name }) => name === report.object);
  const reportKind = meta.objects.find(({ purpose }) => purpose === 'report')?.name ?? '';
  const drag = useDraggable({ id: tile.id, disabled: !mine });
  const drop = useDroppable({ id: tile.id });
  const { x = 0, y = 0 } = drag.transform ?? {};
  const name = report.name ?? t('reports.notShared');
  return (
    <section
      ref={drop.setNodeRef}
      className={classes.tile}
      data-width={String(tile.width)}
      data-over={drop.isOver || undefined}
      aria-label={name}
    >
      <div
        ref={drag.setNodeRef}
        className={classes.card}
        data-dragged={drag.isDragging || undefined}
        style={drag.transform ? { transform: `translate(${x}px, ${y}px)` } : undefined}
      >
        <div className={classes.head}>
          {mine && (
            <UnstyledButton
              className={classes.grip}
              data-print="hidden"
              {...drag.attributes}
              {...drag.listeners}
              aria-label={t('reports.moving.grip', { name })}
            >
              <IconGripVertical size={15} />
            </UnstyledButton>
          )}
          <h2 className={classes.title}>
            {report.id ? (
              <Link to="/$object/$id" params={{ object: reportKind, id: report.id }}>
                {name}
              </Link>
            ) : (
              name
            )}
          </h2>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" aria-label={t('reports.moreOf', { name })} data-print="hidden">
                <IconDots size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setTable(!table)}>
                {t(table ? 'reports.hideNumbers' : 'reports.showNumbers')}
              </Menu.Item>
              {mine && (
                <>
                  <Menu.Divider />
                  {widths.map(({ value, label }) => (
                    <Menu.Item
                      key={value}
                      disabled={value === tile.width}
                      onClick={() =>
                        update.mutate(
                          { id: tile.id, version: tile.version, values: { width: value } },
                          { onError: toastProblem },
                        )
                      }
                    >
                      {label}
                    </Menu.Item>
                  ))}
                  <Menu.Divider />
                  <Menu.Item disabled={place === 0} onClick={() => onMove(place - 1)}>
                    {t('reports.earlier')}
                  </Menu.Item>
                  <Menu.Item disabled={last} onClick={() => onMove(place + 1)}>
                    {t('reports.later')}
                  </Menu.Item>
                  <Menu.Item
                    color="var(--mantine-color-error)"
                    onClick={() => remove.mutate([tile.id], { onError: toastProblem })}
                  >
                    {t('reports.takeOff')}
                  </Menu.Item>
                </>
              )}
            </Menu.Dropdown>
          </Menu>
        </div>
        {object ? (
          <TileAnswer object={object} settings={report.settings ?? {}} {...{ limits, name, table }} />
        ) : (
          <Text c="dimmed" size="sm">
            {t('reports.notSharedHelp')}
          </Text>
        )}
      </div>
    </section>
  );
}

interface TileAnswerProps {
  readonly object: ObjectMeta;
  readonly settings: ReportSettings;
  readonly limits: DashboardLimits;
  readonly name: string;
  readonly table: boolean;
}

function TileAnswer({ object, settings, limits, name, table }: TileAnswerProps) {
  const limited = useMemo(() => limitedSettings(object, settings, limits), [object, settings, limits]);
  const answer = useReport(object.name, limited);
  return <ReportView answer={answer} name={name} table={table} />;
}
