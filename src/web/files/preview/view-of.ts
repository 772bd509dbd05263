import type { StoredFile } from '#web/fields/file/format.ts';

export type FileView = 'image' | 'pdf' | 'sound' | 'film' | 'text';

/** What browsers draw by themselves. An SVG drawn as an image runs nothing. */
const images = /^image\/(png|jpeg|gif|webp|avif|svg\+xml)$/;

/** How a file is shown; whatever is neither picture nor sound is shown by the text that is in it. */
export function viewOf({ mediaType }: StoredFile): FileView {
  if (images.test(mediaType)) return 'image';
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType.startsWith('audio/')) return 'sound';
  return mediaType.startsWith('video/') ? 'film' : 'text';
}
