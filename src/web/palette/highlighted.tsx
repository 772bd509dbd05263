import { highlightParts } from './highlight-parts.ts';

/** A text in which what was searched for is marked. */
export function Highlighted({ text, search }: { text: string; search: string }) {
  let at = 0;
  return highlightParts(text, search).map((part) => {
    const key = at;
    at += part.text.length;
    return part.match ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>;
  });
}
