import {
  IconFile,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMusic,
  IconPhoto,
  IconVideo,
} from '@tabler/icons-react';

const KINDS = [
  [/^image\//, IconPhoto],
  [/^audio\//, IconMusic],
  [/^video\//, IconVideo],
  [/pdf/, IconFileTypePdf],
  [/sheet|excel|csv/, IconFileSpreadsheet],
  [/zip|compressed|tar/, IconFileZip],
  [/^text\/|word|document/, IconFileText],
] as const;

/** The picture for a kind of file. */
export function fileIcon(mediaType: string) {
  return KINDS.find(([pattern]) => pattern.test(mediaType))?.[1] ?? IconFile;
}
