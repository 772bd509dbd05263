import { Tabs, Text } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta, RelatedMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { DuplicateBanner } from '#web/duplicates/duplicate-banner.tsx';
import { asOffered, statesOf } from '#web/fields/ruled-fields.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { useStore } from '#web/kit/store.ts';
import { useHeadFirst } from '#web/kit/use-head-first.ts';
import { useAsker } from './actions/use-asker.ts';
import { Composer } from './composer/composer.tsx';
import { Sections } from './details/sections.tsx';
import { Highlights } from './header/highlights.tsx';
import { RecordHeader } from './header/record-header.tsx';
import { StagePath } from './header/stage-path.tsx';
import { FilesPanel, PublishPanel } from './lazy-panels.ts';
import { printed } from './print/print-store.ts';
import classes from './record-layout.module.css';
import { type RecordScope, RecordScopeProvider, useRecordScope } from './record-scope.ts';
import { RelatedLists } from './related/related-lists.tsx';
import { useRelated } from './related/use-related.ts';
import { useSave } from './saving/use-save.ts';
import { useSaveAsking } from './saving/use-save-asking.ts';
import { Timeline } from './timeline/timeline.tsx';
import { useTimelineAddress } from './timeline/use-timeline-address.ts';
import { useChangedFields } from './use-changed-fields.ts';
import { useLiveRecord } from './use-live-record.ts';

const LaidOutPanels = lazyView(() => import('./laid-out/laid-out-panels.tsx'), 'LaidOutPanels');
const RecordPrint = lazyView(() => import('./print/record-print.tsx'), 'RecordPrint');
const RetentionPreview = lazyView(() => import('./retention/retention-preview.tsx'), 'RetentionPreview');
const TakenDialog = lazyView(() => import('#web/calendar/taken/taken-dialog.tsx'), 'TakenDialog');
const MoreFieldsDialog = lazyView(
  () => import('#web/views/changing/more-fields-dialog.tsx'),
  'MoreFieldsDialog',
);
const ConflictDialog = lazyView(() => import('./saving/conflict-dialog.tsx'), 'ConflictDialog');

interface RecordLayoutProps {
  readonly object: ObjectMeta;
  readonly record: RecordJson;
  onClose?: (() => void) | undefined;
}

/** Lays a record out: its head over the page, fields beside what happened; under tabs where it is narrow. */
export function RecordLayout({ object, record, onClose }: RecordLayoutProps) {
  const { save, conflict, resolve, ownFields } = useSave(object.name, record.id);
  const { saveAsking, asked } = useSaveAsking(object, record, save);
  const changed = useChangedFields(record, ownFields);
  useLiveRecord(object, record.id);
  const printing = useStore(printed) === record.id;
  // Who is taken up at the new time is told before it is saved.
  const saveOnceClear: RecordScope['save'] = async (values, base) => {
    const { confirmTaken } = await import('#web/calendar/taken/confirm-taken.ts');
    const kept = await confirmTaken(object, { id: record.id, values });
    return kept && saveAsking(kept, { ...record, ...base });
  };
  const headShown = useHeadFirst();
  const states = statesOf(object, record, useAsker(object.name));
  const scope: RecordScope = {
    object,
    record,
    changed,
    save: object.occurs ? saveOnceClear : saveAsking,
    mayEdit: (field) =>
      object.can.update &&
      !field.readOnly &&
      !states.readOnly.has(field.name) &&
      !field.immutable &&
      !field.masked &&
      !field.result &&
      field.type !== 'autoNumber',
    offered: (field) => asOffered(field, states),
    shows: (name) => !states.hidden.has(name),
  };
  return (
    <RecordScopeProvider value={scope}>
      <div className={classes.page} data-print={printing ? 'hidden' : undefined}>
        <div className={classes.head}>
          <RecordHeader onClose={onClose} />
          <DuplicateBanner />
          {object.purpose === 'retention' && (
            <Suspense fallback={null}>
              <RetentionPreview />
            </Suspense>
          )}
          <StagePath />
          <Highlights />
        </div>
        {!headShown ? null : object.page.layout ? (
          <Suspense fallback={null}>
            <LaidOutPanels layout={object.page.layout} />
          </Suspense>
        ) : (
          <Panels />
        )}
      </div>
      {object.occurs && (
        <Suspense fallback={null}>
          <TakenDialog object={object} />
        </Suspense>
      )}
      {printing && (
        <Suspense fallback={null}>
          <RecordPrint />
        </Suspense>
      )}
      {asked && (
        <Suspense fallback={null}>
          <MoreFieldsDialog request={asked} />
        </Suspense>
      )}
      {conflict && (
        <Suspense fallback={null}>
          <ConflictDialog object={object} conflict={conflict} onResolve={resolve} />
        </Suspense>
      )}
    </RecordScopeProvider>
  );
}

function Panels() {
  const { t } = useTranslation();
  const { object } = useRecordScope();
  const related = useRelated();
  const { at } = useTimelineAddress();
  const [shown, show] = useState<string | null>(() => (at ? 'timeline' : firstPanel(object, related)));
  return (
    <div className={classes.columns} data-tab={shown}>
      <Tabs className={classes.tabs} value={shown} onChange={show} keepMounted>
        <Tabs.List>
          <Tabs.Tab value="details" className={classes.detailsTab}>
            {t('record.details')}
          </Tabs.Tab>
          {object.publicForm && <Tabs.Tab value="publish">{t('publish.title')}</Tabs.Tab>}
          <Tabs.Tab value="timeline">{t('record.timeline.title')}</Tabs.Tab>
          {related.length > 0 && <Tabs.Tab value="related">{t('record.related')}</Tabs.Tab>}
        </Tabs.List>
      </Tabs>
      <aside className={classes.details} aria-label={t('record.details')}>
        <Sections />
        <Suspense fallback={null}>
          <FilesPanel />
        </Suspense>
      </aside>
      <section className={classes.timeline} aria-label={t('record.timeline.title')}>
        <Text component="h2" className={classes.columnTitle}>
          {t('record.timeline.title')}
        </Text>
        <Composer />
        <Timeline />
      </section>
      {object.publicForm && (
        <section className={classes.publish} aria-label={t('publish.title')}>
          <Suspense fallback={null}>
            <PublishPanel />
          </Suspense>
        </section>
      )}
      {related.length > 0 && (
        <section className={classes.related} aria-label={t('record.related')}>
          <Text component="h2" className={classes.columnTitle}>
            {t('record.related')}
          </Text>
          <RelatedLists />
        </section>
      )}
    </div>
  );
}

/** What a record's page opens on where not everything has room. */
function firstPanel({ publicForm, page }: ObjectMeta, related: readonly RelatedMeta[]): string {
  if (publicForm) return 'publish';
  return related.length > 0 ? page.opensOn : 'timeline';
}
