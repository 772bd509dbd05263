import { Suspense } from 'react';
import type { LayoutPartMeta } from '#kernel/meta.ts';
import { Composer } from '../composer/composer.tsx';
import { NamedSection } from '../details/sections.tsx';
import { FilesPanel, PublishPanel } from '../lazy-panels.ts';
import { useRecordScope } from '../record-scope.ts';
import { RelatedLists } from '../related/related-lists.tsx';
import { RelatedPart } from '../related/related-part.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import classes from './laid-out-panels.module.css';

/** One part of a laid-out page: a section of fields, a related list, or what happened. */
export function LaidOutPart({ part }: { readonly part: LayoutPartMeta }) {
  const { object } = useRecordScope();
  if ('section' in part) {
    const section = object.page.sections.find(({ name }) => name === part.section);
    return section ? <NamedSection section={section} /> : null;
  }
  if ('related' in part) {
    const related = object.related.find((one) => `${one.object}.${one.field}` === part.related);
    return related ? <RelatedPart related={related} /> : null;
  }
  if (part.panel === 'related') return <RelatedLists />;
  if (part.panel === 'timeline')
    return (
      <div className={classes.timeline}>
        <Composer />
        <Timeline />
      </div>
    );
  if (part.panel === 'publish' && !object.publicForm) return null;
  return <Suspense fallback={null}>{part.panel === 'files' ? <FilesPanel /> : <PublishPanel />}</Suspense>;
}
