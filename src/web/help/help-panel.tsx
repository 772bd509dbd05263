import { Anchor, Button, Drawer, Group, Skeleton, Stack } from '@mantine/core';
import { IconChecklist, IconKeyboard } from '@tabler/icons-react';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObjectMeta } from '#web/api/queries.ts';
import { useStepsWish } from '#web/home/steps/use-steps-wish.ts';
import { openShortcutHelp } from '#web/shell/shortcut-help-store.ts';
import { chapterFor } from './chapter-for.ts';
import { ChapterText } from './chapter-text.tsx';
import classes from './help.module.css';
import { help } from './help-store.ts';
import { useManual } from './use-manual.ts';

/** What can be done on the screen at hand, in the words of the manual, with the way to the rest of it. */
export function HelpPanel() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const object = useObjectMeta(pathname.split('/')[1] ?? '');
  const { data: manual } = useManual();
  const [, setWish] = useStepsWish();
  const [chosen, choose] = useState<string>();
  const here = chapterFor({
    path: pathname,
    part: (search as { readonly part?: string }).part,
    purpose: object?.purpose,
  });
  const name = chosen ?? here;
  const chapters = [...(manual ?? [])];
  const shown = manual?.get(name);
  // What tells of these very records comes first.
  const close = ([, { title }]: (typeof chapters)[number]) =>
    object !== undefined && title.toLowerCase().includes(object.plural.toLowerCase());
  const others = chapters
    .filter(([each]) => each !== name)
    .toSorted((one, other) => Number(close(other)) - Number(close(one)));
  const leave = () => help.set(false);
  return (
    <Drawer
      opened
      onClose={leave}
      position="right"
      size="md"
      padding="lg"
      title={t('help.title')}
      closeButtonProps={{ 'aria-label': t('kit.close') }}
    >
      <Stack gap="md">
        <Group gap="sm">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconKeyboard size={15} />}
            onClick={() => {
              leave();
              openShortcutHelp();
            }}
          >
            {t('shell.shortcuts')}
          </Button>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconChecklist size={15} />}
            onClick={() => {
              leave();
              setWish('wanted');
              navigate({ to: '/' });
            }}
          >
            {t('steps.title')}
          </Button>
        </Group>
        {shown ? (
          <article aria-label={shown.title}>
            <h2 className={classes.title}>{shown.title}</h2>
            <ChapterText blocks={shown.blocks} />
          </article>
        ) : (
          <Skeleton height={240} />
        )}
        <nav aria-label={t('help.more')}>
          <h3 className={classes.more}>{t('help.more')}</h3>
          <ul className={classes.chapters}>
            {others.map(([each, { title }]) => (
              <li key={each}>
                <Anchor component="button" type="button" size="sm" onClick={() => choose(each)}>
                  {title}
                </Anchor>
              </li>
            ))}
          </ul>
        </nav>
      </Stack>
    </Drawer>
  );
}
