import { Button, Drawer, Group, Skeleton, Stack } from '@mantine/core';
import { IconChecklist, IconKeyboard } from '@tabler/icons-react';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObjectMeta } from '#web/api/queries.ts';
import { useStepsWish } from '#web/home/steps/use-steps-wish.ts';
import { useFocusBack } from '#web/kit/use-focus-back.ts';
import { openShortcutHelp } from '#web/shell/shortcut-help-store.ts';
import { chapterFor, chapterWith } from './chapter-for.ts';
import { ChapterList } from './chapter-list.tsx';
import { ChapterText } from './chapter-text.tsx';
import classes from './help.module.css';
import { help } from './help-store.ts';
import type { Chapter } from './read-manual.ts';
import { useManuals } from './use-manuals.ts';

/** What can be done on the screen at hand, in the words of the manuals, with the way to the rest of them. */
export function HelpPanel() {
  const { t } = useTranslation();
  useFocusBack(true);
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const object = useObjectMeta(pathname.split('/')[1] ?? '');
  const manuals = useManuals() ?? [];
  const [, setWish] = useStepsWish();
  const [chosen, setChosen] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const part = (search as { readonly part?: string }).part;
  const name = chosen ?? chapterFor({ path: pathname, part, purpose: object?.purpose }, manuals);
  const read = manuals.find(({ chapters }) => chapters.has(name));
  const shown = read?.chapters.get(name);
  const choose = (next: string) => {
    setChosen(next);
    // It is read from its beginning, wherever in the one before its link stood.
    requestAnimationFrame(() => heading.current?.focus());
  };
  const follow = (link: string) => {
    const found = chapterWith(link, manuals);
    return found === undefined ? undefined : () => choose(found);
  };
  // What tells of these very records comes first.
  const close = ([, { title }]: readonly [string, Chapter]) =>
    object !== undefined && title.toLowerCase().includes(object.plural.toLowerCase());
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
            <h2 ref={heading} className={classes.title} tabIndex={-1}>
              {shown.title}
            </h2>
            <ChapterText blocks={shown.blocks} follow={follow} />
          </article>
        ) : (
          <Skeleton height={240} />
        )}
        {manuals
          .toSorted((one, other) => Number(other === read) - Number(one === read))
          .map((manual) => (
            <ChapterList
              key={manual.title}
              title={manual === read ? t('help.more') : manual.title}
              chapters={[...manual.chapters]
                .filter(([each]) => each !== name)
                .toSorted((one, other) => Number(close(other)) - Number(close(one)))}
              choose={choose}
            />
          ))}
      </Stack>
    </Drawer>
  );
}
