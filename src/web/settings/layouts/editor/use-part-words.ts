import { useTranslation } from 'react-i18next';
import type { LayoutArea, LayoutPart } from '#kernel/run-time/page-layout.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { useLayoutWords } from '../use-layout-words.ts';
import { useEditing } from './editing.ts';

/** What parts and tabs are called while they are edited, in the language of whoever edits. */
export function usePartWords() {
  const { t } = useTranslation();
  const english = useLocale() === 'en';
  const { object } = useEditing();
  const { areaLabel, listLabel, panelLabel } = useLayoutWords(object);
  const said = ({ zh, en }: { zh?: string | undefined; en?: string | undefined }) =>
    (english ? en || zh : zh || en) ?? '';
  return {
    said,
    partLabel: (part: LayoutPart) => {
      if (part.kind === 'related') return listLabel(part.list);
      if (part.kind === 'panel') return panelLabel(part.panel);
      const declared = object.page.sections.find(({ name }) => name === part.name)?.label;
      return said(part) || declared || t('settings.layouts.untitled');
    },
    tabLabel: (area: LayoutArea) => areaLabel(area.name, said(area)) || area.name,
  };
}
