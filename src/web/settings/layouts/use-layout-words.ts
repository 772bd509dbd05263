import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { besideArea, type LayoutPanel } from '#kernel/run-time/page-layout.ts';
import { useMeta } from '#web/api/queries.ts';
import { columnAt } from '#web/views/columns.ts';

/** What the things on a page are called. */
export function useLayoutWords(object: ObjectMeta) {
  const { t } = useTranslation();
  const meta = useMeta();
  const panelLabel = (panel: LayoutPanel) => t(`settings.layouts.panels.${panel}`);
  return {
    panelLabel,
    fieldLabel: (path: string) => columnAt(meta, object, path)?.label ?? path,
    listLabel: (list: string) =>
      object.related.find((one) => `${one.object}.${one.field}` === list)?.label ?? list,
    /** A tab without a title is called after what it is for, where its name tells that. */
    areaLabel: (name: string, label: string) => {
      if (name === besideArea) return t('settings.layouts.beside');
      if (label !== '' && label !== name) return label;
      const titles: Readonly<Record<string, string>> = {
        timeline: t('record.timeline.title'),
        related: t('record.related'),
        publish: t('publish.title'),
      };
      return titles[name] ?? t('settings.layouts.untitledTab');
    },
  };
}
