import StarterKit from '@tiptap/starter-kit';
import { mention } from './mention.ts';

/** What formatted text may contain; the same when it is written and when it is shown. */
export const extensions = [
  mention,
  StarterKit.configure({
    heading: { levels: [2, 3] },
    link: {
      openOnClick: false,
      autolink: true,
      HTMLAttributes: { rel: 'noopener noreferrer', target: '_blank' },
    },
  }),
];
