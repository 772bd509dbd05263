import { conditionField } from '#kernel/condition-field.ts';
import type { ModelMeta, ReportMeta } from '#kernel/meta.ts';
import type { Registry } from '#kernel/registry.ts';
import { groupField, measureAt } from '#kernel/report/report-field.ts';
import type { Labels } from '../http/labels.ts';

/** The reports that everybody has, but for those that ask for what this person may not know. */
export function declaredReports(registry: Registry, meta: ModelMeta, labels: Labels): readonly ReportMeta[] {
  return meta.objects.flatMap(({ name: objectName }) => {
    const object = registry.objects.get(objectName);
    return (object?.reports ?? [])
      .filter(({ settings }) => isKnown(meta, objectName, settings))
      .map(({ name, settings, dashboard }) => ({
        ...{ name: `${objectName}.${name}`, object: objectName },
        label: object ? labels.report(object, name) : name,
        settings,
        ...(dashboard && { dashboard: { name: dashboard, label: labels.dashboard(dashboard) } }),
      }));
  });
}

function isKnown(
  meta: ModelMeta,
  object: string,
  { where, rows = [], columns, measures = [], period }: ReportMeta['settings'],
): boolean {
  const paths = [...pathsIn(where), ...(period ? [period.field] : [])];
  const groups = [...rows, ...(columns ? [columns] : [])];
  return (
    paths.every((path) => conditionField(meta, object, path)) &&
    groups.every((name) => groupField(meta, object, name)) &&
    measures.every((name) => measureAt(meta, object, name))
  );
}

/** The fields that a condition asks about. */
function pathsIn(where: unknown): readonly string[] {
  if (Array.isArray(where)) return where.flatMap(pathsIn);
  return Object.entries(where ?? {}).flatMap(([key, value]) =>
    ['and', 'or', 'not'].includes(key) ? pathsIn(value) : [key],
  );
}
