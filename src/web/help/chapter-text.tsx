import type { ReactNode } from 'react';
import classes from './help.module.css';
import { holding } from './holding.ts';
import type { Block } from './read-blocks.ts';
import type { Chapter } from './read-manual.ts';
import type { Words } from './read-words.ts';
import { type Follow, Sentence } from './sentence.tsx';
import { TableText } from './table-text.tsx';

/** A chapter of a manual. */
export function ChapterText({ blocks, follow }: Pick<Chapter, 'blocks'> & { readonly follow: Follow }) {
  const said = (words: readonly Words[]) => <Sentence words={words} follow={follow} />;
  const shown = (block: Block): ReactNode => {
    switch (block.kind) {
      case 'heading':
        return <h3 className={classes.part}>{said(block.words)}</h3>;
      case 'paragraph':
        return <p>{said(block.words)}</p>;
      case 'example':
        return (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the panel is reached by the arrow keys
          <pre tabIndex={0}>
            <code>{block.text}</code>
          </pre>
        );
      case 'list':
        return holding(
          'ul',
          block.points.map((point) => holding('li', [said(point)])),
        );
      case 'table':
        return <TableText {...block} follow={follow} />;
    }
  };
  return holding('div', blocks.map(shown), { className: classes.text });
}
