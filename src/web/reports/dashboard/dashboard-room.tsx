import { DndContext, type DragEndEvent } from '@dnd-kit/core';
import { Button, Menu, Text } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconArrowsMaximize, IconDots, IconTrash } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDelete, useUpdate } from '#web/api/mutations.ts';
import { useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { ExportItems, WhyExported } from '../export-items.tsx';
import { PageHeader } from '../page-header.tsx';
import { SaveDialog } from '../save-dialog.tsx';
import { useIsMine } from '../use-is-mine.ts';
import { useReportExport } from '../use-report-export.ts';
import { AddTile } from './add-tile.tsx';
import classes from './dashboard.module.css';
import { DashboardFilter, type DashboardLimits } from './dashboard-filter.tsx';
import { DashboardTile } from './dashboard-tile.tsx';
import { movedTo, placesOf } from './places.ts';
import { tileReports } from './tile-reports.ts';
import { tileUnder, useTileSensors } from './tile-sensors.ts';
import { useCopyDashboard } from './use-copy-dashboard.ts';
import { useTileAnnouncements } from './use-tile-announcements.ts';
import { useTileKind } from './use-tile-kind.ts';

interface DashboardRoomProps {
  readonly kind: string;
  readonly record: RecordJson;
  readonly tiles: readonly RecordJson[];
  /** The tiles are known. */
  readonly ready: boolean;
  /** Everybody has it from the first day, and nobody changes it. */
  readonly declared?: boolean;
}

/** A dashboard: its tiles, and what can be done with it. */
export function DashboardRoom({ kind, record, tiles, ready, declared = false }: DashboardRoomProps) {
  const { t } = useTranslation();
  const meta = useMeta();
  const navigate = useNavigate();
  const room = useRef<HTMLDivElement>(null);
  const { period, whose } = useSearch({ from: '/app/$object/$id' });
  const limits = useMemo(() => ({ period, whose }), [period, whose]);
  const setLimits = (wanted: DashboardLimits) =>
    navigate({ to: '.', search: definedOnly(wanted), replace: true });
  const [naming, setNaming] = useState(false);
  const tileKind = useTileKind();
  const update = useUpdate(kind);
  const updateTile = useUpdate(tileKind);
  const remove = useDelete(kind);
  const sensors = useTileSensors();
  const accessibility = useTileAnnouncements(tiles);
  const mine = useIsMine(record) && !declared;
  const copy = useCopyDashboard(kind, tileKind);
  const exporter = useReportExport(String(record.name), () => tileReports(meta, tiles, limits));
  useDocumentTitle(`${String(record.name)} · Guanxi`);

  const move = (id: string, to: number) => {
    for (const { tile, place } of placesOf(movedTo(tiles, id, to)))
      updateTile.mutate({ id: tile.id, version: tile.version, values: { place } }, { onError: toastProblem });
  };
  const dropped = ({ active, over }: DragEndEvent) => {
    const to = tiles.findIndex(({ id }) => id === over?.id);
    if (over && over.id !== active.id && to >= 0) move(String(active.id), to);
  };
  return (
    <div className={classes.page} ref={room}>
      <PageHeader
        kind={kind}
        name={String(record.name)}
        about={`· ${t(declared ? 'reports.declared' : record.everybody ? 'reports.everybodys' : 'reports.private')}`}
      >
        <DashboardFilter limits={limits} onChange={setLimits} />
        {mine && <AddTile dashboard={record.id} kind={tileKind} place={tiles.length * 10} used={tiles} />}
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={t('reports.more')}>
              <IconDots size={16} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconArrowsMaximize size={15} />}
              onClick={() => room.current?.requestFullscreen()}
            >
              {t('reports.fullScreen')}
            </Menu.Item>
            {tiles.length > 0 && (
              <ExportItems
                exporter={exporter}
                {...(!declared && { mailed: { name: String(record.name), dashboard: record.id } })}
              />
            )}
            {declared && (
              <Menu.Item onClick={() => copy(String(record.name), tiles)}>
                {t('reports.saveDashboardAs')}
              </Menu.Item>
            )}
            {mine && <Menu.Item onClick={() => setNaming(true)}>{t('reports.rename')}</Menu.Item>}
            {mine && (
              <Menu.Item
                color="var(--mantine-color-error)"
                leftSection={<IconTrash size={15} />}
                onClick={() =>
                  remove.mutate([record.id], {
                    onSuccess: () => navigate({ to: '/$object', params: { object: kind } }),
                  })
                }
              >
                {t('record.delete')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </PageHeader>
      {ready && tiles.length === 0 && (
        <Text c="dimmed" className={classes.empty}>
          {t(mine ? 'reports.noTilesYet' : 'reports.noTiles')}
        </Text>
      )}
      <DndContext {...{ sensors, accessibility }} collisionDetection={tileUnder} onDragEnd={dropped}>
        <div className={classes.tiles}>
          {tiles.map((tile, index) => (
            <DashboardTile
              key={tile.id}
              {...{ tile, limits, mine, kind: tileKind }}
              place={index}
              last={index === tiles.length - 1}
              onMove={(to) => move(tile.id, to)}
            />
          ))}
        </div>
      </DndContext>
      <WhyExported exporter={exporter} />
      {naming && (
        <SaveDialog
          title={t('reports.rename')}
          name={String(record.name)}
          everybody={record.everybody === true}
          onSave={(values) => {
            setNaming(false);
            update.mutate({ id: record.id, version: record.version, values }, { onError: toastProblem });
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </div>
  );
}

/** What is not limited is not in the address. */
function definedOnly({ period, whose }: DashboardLimits) {
  return { ...(period && { period }), ...(whose && { whose }) };
}
