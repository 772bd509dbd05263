import { Stack, Tabs } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useMeta } from '#web/api/queries.ts';
import { useRecordScope } from '../record-scope.ts';
import { type RelatedGroup, relatedGroups } from './related-groups.ts';
import classes from './related-lists.module.css';
import { RelatedPart } from './related-part.tsx';
import { useRelated } from './use-related.ts';

/** Everything that points to this record, a few rows of each kind; where there are many kinds, one module at a time. */
export function RelatedLists() {
  const meta = useMeta();
  const { object } = useRecordScope();
  const groups = relatedGroups(meta, object.module, useRelated());
  const [chosen, choose] = useLocalStorage({ key: `guanxi.related.${object.name}`, defaultValue: '' });
  const shown = groups.find(({ module }) => module === chosen) ?? groups[0];
  if (shown === undefined) return null;
  if (groups.flatMap(({ lists }) => lists).length <= MANY) return <Lists groups={groups} />;
  return (
    <Stack gap="md">
      <Tabs variant="pills" value={shown.module} onChange={(module) => choose(module ?? '')}>
        <Tabs.List className={classes.groups}>
          {groups.map(({ module, label }) => (
            <Tabs.Tab key={module} value={module} className={classes.group}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <Lists groups={[shown]} />
    </Stack>
  );
}

/** Up to so many lists are shown at once. */
const MANY = 4;

function Lists({ groups }: { readonly groups: readonly RelatedGroup[] }) {
  return (
    <Stack gap="lg">
      {groups
        .flatMap(({ lists }) => lists)
        .map((related) => (
          <RelatedPart key={`${related.object}.${related.field}`} related={related} />
        ))}
    </Stack>
  );
}
