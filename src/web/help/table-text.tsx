import classes from './help.module.css';
import { holding } from './holding.ts';
import type { Block } from './read-blocks.ts';
import { type Follow, Sentence } from './sentence.tsx';

type Table = Extract<Block, { kind: 'table' }>;

/** A table; one that is too wide for the panel is shown row below row, each value beside what it is. */
export function TableText({ head, rows, follow }: Table & { readonly follow: Follow }) {
  const said = (words: Table['head'][number]) => <Sentence words={words} follow={follow} />;
  const row = (kind: 'th' | 'td', cells: Table['head']) =>
    holding(
      'tr',
      cells.map((cell) => holding(kind, [said(cell)])),
    );
  if (head.length > 3)
    return holding(
      'div',
      rows.map((cells) =>
        holding(
          'dl',
          cells.map(
            (cell, place) =>
              cell.length > 0 && (
                <div>
                  <dt>{said(head[place] ?? [])}</dt>
                  <dd>{said(cell)}</dd>
                </div>
              ),
          ),
          { className: classes.entry },
        ),
      ),
    );
  return (
    <table>
      <thead>{row('th', head)}</thead>
      {holding(
        'tbody',
        rows.map((cells) => row('td', cells)),
      )}
    </table>
  );
}
