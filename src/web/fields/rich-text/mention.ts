import { Node } from '@tiptap/react';

/** A person who is named in a text, in one piece. */
export const mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    id: { parseHTML: (element) => element.getAttribute('data-mention'), rendered: false },
    name: { parseHTML: (element) => (element.textContent ?? '').replace(/^@/, ''), rendered: false },
  }),
  parseHTML: () => [{ tag: 'span[data-mention]' }],
  renderHTML: ({ node: { attrs } }) => ['span', { 'data-mention': attrs.id }, `@${attrs.name}`],
  renderText: ({ node: { attrs } }) => `@${attrs.name}`,
});
