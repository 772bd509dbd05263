import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readManual } from './read-manual.ts';

const blocksOf = (text: string) => readManual(`# M\n\n## C\n\n${text}`).chapters[0]?.blocks;

test('lists, emphasis, code and links are read; lines are joined as each language does', () => {
  assert.deepEqual(
    blocksOf(
      'Say **it**\nin `code`, _so_ [here](x.md).\n\n- 一，\n  二\n- 见\n  [三](x.md)\n- 与 Excel\n  互\n  贴\n',
    ),
    [
      {
        kind: 'paragraph',
        words: [
          { text: 'Say ' },
          { text: 'it', as: 'strong' },
          { text: ' in ' },
          { text: 'code', as: 'code' },
          { text: ', ' },
          { text: 'so', as: 'em' },
          { text: ' ' },
          { text: 'here', to: 'x.md' },
          { text: '.' },
        ],
      },
      {
        kind: 'list',
        points: [
          [{ text: '一，二' }],
          [{ text: '见' }, { text: '三', to: 'x.md' }],
          [{ text: '与 Excel 互贴' }],
        ],
      },
    ],
  );
});

test('headings, tables and examples are read', () => {
  assert.deepEqual(
    blocksOf('### A part\n\n| a | `b` |\n| - | --- |\n| 1 |     |\n\n```sh\none\n\ntwo\n```\n\nEnd.'),
    [
      { kind: 'heading', words: [{ text: 'A part' }] },
      {
        kind: 'table',
        head: [[{ text: 'a' }], [{ text: 'b', as: 'code' }]],
        rows: [[[{ text: '1' }], []]],
      },
      { kind: 'example', text: 'one\n\ntwo' },
      { kind: 'paragraph', words: [{ text: 'End.' }] },
    ],
  );
});

test('a chapter says of which pages it tells; reasons, which are out of reach there, are left out', () => {
  const text =
    '# For me\n\n## C\n\n<!-- help: settings/a, b -->\n\nIt is ([why](decisions/a.md)). [Why](decisions/b.md).\n';
  assert.deepEqual(readManual(text), {
    title: 'For me',
    chapters: [
      {
        title: 'C',
        pages: ['settings/a', 'b'],
        blocks: [{ kind: 'paragraph', words: [{ text: 'It is.' }] }],
      },
    ],
  });
});
