import type { Meta } from '#kernel/meta.ts';
import type { ReportSettings } from '#kernel/report-settings.ts';
import type { RecordJson } from '#web/api/record.ts';
import { type DashboardLimits, limitedSettings } from './dashboard-filter.tsx';

/** A report as a tile shows it. */
export interface TileReport {
  readonly id?: string;
  readonly name?: string;
  readonly object?: string;
  readonly settings?: ReportSettings;
}

/** The report of a tile: one that somebody has made, or one that everybody has. Empty where it is not shown to this person. */
export function tileReport({ reports }: Meta, tile: RecordJson): TileReport {
  const declared = reports.find(({ name }) => name === tile.declared);
  if (declared === undefined) return (tile.report ?? {}) as TileReport;
  const { name: id, label: name, object, settings } = declared;
  return { id, name, object, settings };
}

/** The reports of a dashboard that this person may see, within its limits. */
export function tileReports(meta: Meta, tiles: readonly RecordJson[], limits: DashboardLimits) {
  return tiles.flatMap((tile) => {
    const { name = '', object: about, settings = {} } = tileReport(meta, tile);
    const object = meta.objects.find((each) => each.name === about);
    return object ? [{ name, object: object.name, settings: limitedSettings(object, settings, limits) }] : [];
  });
}
