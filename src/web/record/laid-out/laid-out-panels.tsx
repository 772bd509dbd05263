import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LayoutMeta } from '#kernel/meta.ts';
import { RecordStamps } from '../details/record-stamps.tsx';
import { useTimelineAddress } from '../timeline/use-timeline-address.ts';
import classes from './laid-out-panels.module.css';
import { LaidOutPart } from './laid-out-part.tsx';

const BESIDE = 'beside';

/** The parts of a record page where an administrator has put them: a column in sight, and tabs beside it. */
export function LaidOutPanels({ layout: { beside, tabs } }: { readonly layout: LayoutMeta }) {
  const { t } = useTranslation();
  const { at } = useTimelineAddress();
  const holdsTimeline = (tab: LayoutMeta['tabs'][number]) =>
    tab.parts.some((part) => 'panel' in part && part.panel === 'timeline');
  const first = (at && tabs.find(holdsTimeline)) || tabs[0];
  const [chosen, choose] = useState<string | null>(first?.name ?? BESIDE);
  const titles: Readonly<Record<string, string>> = {
    timeline: t('record.timeline.title'),
    related: t('record.related'),
    publish: t('publish.title'),
  };
  const titleOf = (name: string, label: string) => label || titles[name] || t('record.details');
  const shown = tabs.find(({ name }) => name === chosen) ?? tabs[0];
  return (
    <div
      className={classes.columns}
      data-tab={chosen === BESIDE || shown === undefined ? BESIDE : undefined}
      data-alone={beside.length === 0 || undefined}
      data-only={tabs.length === 0 || undefined}
    >
      {tabs.length > 0 && (
        <Tabs className={classes.tabs} value={chosen === BESIDE ? BESIDE : shown?.name} onChange={choose}>
          <Tabs.List>
            {beside.length > 0 && (
              <Tabs.Tab value={BESIDE} className={classes.besideTab}>
                {t('record.details')}
              </Tabs.Tab>
            )}
            {tabs.map(({ name, label }) => (
              <Tabs.Tab key={name} value={name}>
                {titleOf(name, label)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      )}
      {beside.length > 0 && (
        <aside className={classes.beside} aria-label={t('record.details')}>
          {beside.map((part) => (
            <LaidOutPart key={JSON.stringify(part)} part={part} />
          ))}
          <RecordStamps />
        </aside>
      )}
      {shown && (
        <section className={classes.main} aria-label={titleOf(shown.name, shown.label)}>
          {shown.parts.map((part) => (
            <LaidOutPart key={JSON.stringify(part)} part={part} />
          ))}
          {beside.length === 0 && <RecordStamps />}
        </section>
      )}
    </div>
  );
}
