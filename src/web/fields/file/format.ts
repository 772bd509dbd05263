/** A stored file as records carry it. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** A file's size in the unit people read: `640 B`, `1.2 MB`. */
export function formatSize(bytes: number, locale: string): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), UNITS.length - 1);
  const figure = bytes / 1024 ** power;
  const digits = figure < 10 && power > 0 ? 1 : 0;
  return `${figure.toLocaleString(locale, { maximumFractionDigits: digits })} ${UNITS[power]}`;
}
