import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconBookmarkPlus,
  IconDots,
  IconLink,
  IconPencil,
  IconShare,
  IconTrash,
  IconWorldShare,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bothConditions } from '#kernel/both-conditions.ts';
import { useDelete, useRestore, useUpdate } from '#web/api/mutations.ts';
import { useMeta } from '#web/api/queries.ts';
import { withTexts } from '#web/i18n/with-texts.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { toast, toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { canBeShownAs, viewPaths } from '../current-view.ts';
import { kindIcons } from '../kind-icons.ts';
import type { ViewState } from '../use-view-state.ts';
import classes from '../view-tabs.module.css';
import { viewsObject } from './use-saved-views.ts';

const LinksDialog = lazyView(
  () => withTexts(import('#web/view-links/links-dialog.tsx'), 'viewLinks'),
  'LinksDialog',
);
const SaveViewDialog = lazyView(() => import('./save-view-dialog.tsx'), 'SaveViewDialog');

/** What can be done with the view that is shown: keeping it and its changes, sharing it, another shape. */
export function ViewMenu({ state }: { state: ViewState }) {
  const { t } = useTranslation();
  const meta = useMeta();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'new' | 'edit' | 'links'>();
  const { object, saved, changed, kind } = state;
  const views = viewsObject(meta);
  const update = useUpdate(views?.name ?? '');
  const remove = useDelete(views?.name ?? '');
  const restore = useRestore(views?.name ?? '');
  if (!views) return null;
  const mine = saved !== undefined && (saved.owner?.id === meta.user.id || meta.user.administrator);
  const save = () =>
    saved &&
    update.mutate(
      { id: saved.id, version: saved.version, values: { settings: state.settings } },
      { onSuccess: () => state.reset(), onError: toastProblem },
    );
  const discard = () =>
    saved &&
    remove.mutate([saved.id], {
      onSuccess: () => {
        navigate({ to: viewPaths[kind], params: { object: object.name }, search: { view: state.view.name } });
        toastWithUndo(t('view.deleted', { name: saved.name }), () => restore.mutate([saved.id]));
      },
      onError: toastProblem,
    });
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(() => toast(t('view.copied')), toastProblem);
  const where = bothConditions(state.view.where, state.search.where);
  return (
    <div className={classes.menu}>
      {changed && (
        <Button variant="subtle" size="compact-xs" onClick={state.reset}>
          {t('view.reset')}
        </Button>
      )}
      {changed && (
        <Button
          variant="default"
          size="compact-xs"
          loading={update.isPending}
          onClick={() => (mine ? save() : setDialog('new'))}
        >
          {t(mine ? 'view.save' : 'view.saveAs')}
        </Button>
      )}
      <Menu width={230}>
        <Menu.Target>
          <ActionIcon aria-label={t('view.menu')}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconBookmarkPlus size={15} />} onClick={() => setDialog('new')}>
            {t('view.saveAs')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLink size={15} />} onClick={copy}>
            {t('view.copyLink')}
          </Menu.Item>
          {saved && object.can.publish && (
            <Menu.Item leftSection={<IconWorldShare size={15} />} onClick={() => setDialog('links')}>
              {t('view.links')}
            </Menu.Item>
          )}
          {saved && mine && (
            <>
              <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setDialog('edit')}>
                {t('view.edit')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconShare size={15} />}
                renderRoot={(props) => (
                  <Link {...props} to="/$object/$id" params={{ object: views.name, id: saved.id }} />
                )}
              >
                {t('view.share')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={15} />} onClick={discard}>
                {t('view.delete')}
              </Menu.Item>
            </>
          )}
          <Menu.Label>{t('view.showAs')}</Menu.Label>
          {Object.entries(kindIcons).map(([name, KindIcon]) => {
            const other = name as keyof typeof kindIcons;
            return (
              other !== kind &&
              canBeShownAs(meta, object, other) && (
                <Menu.Item
                  key={other}
                  leftSection={<KindIcon size={15} stroke={1.6} />}
                  renderRoot={(props) => (
                    <Link
                      {...props}
                      to={viewPaths[other]}
                      params={{ object: object.name }}
                      search={where === undefined ? { view: 'all' } : { where }}
                    />
                  )}
                >
                  {t(`view.kind.${other}`)}
                </Menu.Item>
              )
            );
          })}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {dialog === 'links' && saved && <LinksDialog view={saved} onClose={() => setDialog(undefined)} />}
        {(dialog === 'new' || dialog === 'edit') && (
          <SaveViewDialog
            views={views}
            state={state}
            saved={dialog === 'edit' ? saved : undefined}
            onClose={() => setDialog(undefined)}
          />
        )}
      </Suspense>
    </div>
  );
}
