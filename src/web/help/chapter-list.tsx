import { Anchor } from '@mantine/core';
import classes from './help.module.css';
import type { Chapter } from './read-manual.ts';

interface ChapterListProps {
  readonly title: string;
  readonly chapters: readonly (readonly [name: string, chapter: Chapter])[];
  readonly choose: (name: string) => void;
}

/** Chapters to go on to. */
export function ChapterList({ title, chapters, choose }: ChapterListProps) {
  return (
    <nav aria-label={title}>
      <h3 className={classes.more}>{title}</h3>
      <ul className={classes.chapters}>
        {chapters.map(([name, chapter]) => (
          <li key={name}>
            <Anchor component="button" type="button" size="sm" onClick={() => choose(name)}>
              {chapter.title}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
