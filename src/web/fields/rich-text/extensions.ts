import StarterKit from '@tiptap/starter-kit';

/** What formatted text may contain; the same when it is written and when it is shown. */
export const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    link: {
      openOnClick: false,
      autolink: true,
      HTMLAttributes: { rel: 'noopener noreferrer', target: '_blank' },
    },
  }),
];
