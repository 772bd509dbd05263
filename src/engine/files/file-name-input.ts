/** A file's own name as it may be shown and saved: no folders, nothing invisible, at most 255 characters. */
export function fileNameInput(given: string): string {
  const name = given
    .slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Bidi_Control}\ufffd]/gu, '')
    .normalize('NFC')
    .trim();
  if (name === '' || /^\.+$/.test(name)) return 'file';
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  return name.length <= 255 ? name : [...name].slice(0, 240 - ending.length).join('') + ending;
}
