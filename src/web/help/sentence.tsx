import { Anchor } from '@mantine/core';
import { createElement, Fragment, type ReactNode } from 'react';
import { holding } from './holding.ts';
import type { Words } from './read-words.ts';

/** What happens when a link to a heading is followed; nothing, where there is no such heading. */
export type Follow = (heading: string) => (() => void) | undefined;

interface SentenceProps {
  readonly words: readonly Words[];
  readonly follow: Follow;
}

/** Words with their marks; links lead to other chapters and to the world outside. */
export function Sentence({ words, follow }: SentenceProps) {
  return holding(
    Fragment,
    words.map((each) => drawn(each, follow)),
  );
}

function drawn({ text, as, to }: Words, follow: Follow): ReactNode {
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
