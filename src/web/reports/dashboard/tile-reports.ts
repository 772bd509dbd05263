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

/** The reports of a dashboard that this person may see, within its limits. */
export function tileReports(meta: Meta, tiles: readonly RecordJson[], limits: DashboardLimits) {
  return tiles.flatMap(({ report }) => {
    const { name = '', object: about, settings = {} } = (report ?? {}) as TileReport;
    const object = meta.objects.find((each) => each.name === about);
    return object ? [{ name, object: object.name, settings: limitedSettings(object, settings, limits) }] : [];
  });
}
