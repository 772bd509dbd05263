import { Anchor } from '@mantine/core';
import { type ComponentProps, createElement, type ElementType, type ReactNode } from 'react';
import classes from './help.module.css';
import type { Block } from './read-blocks.ts';
import type { Chapter } from './read-manual.ts';
import type { Words } from './read-words.ts';

interface ChapterTextProps extends Pick<Chapter, 'blocks'> {
  /** What happens when a link to a heading is followed; nothing, where there is no such heading. */
  readonly follow: (heading: string) => (() => void) | undefined;
}

/** A chapter of a manual. */
export function ChapterText({ blocks, follow }: ChapterTextProps) {
  const sentence = (words: readonly Words[]) => words.map((one) => drawn(one, follow));
  const row = (kind: 'th' | 'td', cells: readonly (readonly Words[])[]) =>
    holding(
      'tr',
      cells.map((cell) => holding(kind, sentence(cell))),
    );
  const shown = (block: Block): ReactNode => {
    switch (block.kind) {
      case 'heading':
        return holding('h3', sentence(block.words), { className: classes.part });
      case 'paragraph':
        return holding('p', sentence(block.words));
      case 'example':
        return (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the panel is reached by the arrow keys
          <pre className={classes.wide} tabIndex={0}>
            <code>{block.text}</code>
          </pre>
        );
      case 'list':
        return holding(
          'ul',
          block.points.map((point) => holding('li', sentence(point))),
        );
      case 'table':
        return (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the panel is reached by the arrow keys
          <div className={classes.wide} tabIndex={0}>
            <table>
              <thead>{row('th', block.head)}</thead>
              {holding(
                'tbody',
                block.rows.map((cells) => row('td', cells)),
              )}
            </table>
          </div>
        );
    }
  };
  return holding('div', blocks.map(shown), { className: classes.text });
}

/** An element around parts that need no keys, as a printed text does not change. */
function holding<Kind extends ElementType>(
  kind: Kind,
  parts: readonly ReactNode[],
  properties?: ComponentProps<Kind>,
) {
  return createElement(kind, properties, ...parts);
}

function drawn({ text, as, to }: Words, follow: ChapterTextProps['follow']): ReactNode {
  if (as !== undefined) return createElement(as, null, text);
  if (to === undefined) return text;
  if (to.startsWith('https:'))
    return (
      <Anchor href={to} target="_blank" rel="noreferrer" inherit underline="always">
        {text}
      </Anchor>
    );
  const go = follow(to.split('#')[1] ?? '');
  if (!go) return text;
  return (
    <Anchor component="button" type="button" inherit underline="always" onClick={go}>
      {text}
    </Anchor>
  );
}
