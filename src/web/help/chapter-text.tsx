import { createElement } from 'react';
import classes from './help.module.css';
import type { Chapter, Words } from './read-manual.ts';

/** A chapter of the manual. */
export function ChapterText({ blocks }: Pick<Chapter, 'blocks'>) {
  return (
    <div className={classes.text}>
      {blocks.map((block, place) =>
        block.kind === 'list' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a printed text does not change
          <ul key={place}>
            {block.points.map((words, point) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a printed text does not change
              <li key={point}>{words.map(drawn)}</li>
            ))}
          </ul>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a printed text does not change
          <p key={place}>{block.words.map(drawn)}</p>
        ),
      )}
    </div>
  );
}

function drawn({ text, as }: Words, place: number) {
  return as === undefined ? text : createElement(as, { key: place }, text);
}
