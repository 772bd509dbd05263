/** One line of the palette: a place, a record or a command. */
export interface PaletteItem {
  readonly id: string;
  /** Key of the heading it stands under. */
  readonly group: 'recent' | 'records' | 'here' | 'goTo' | 'views' | 'create' | 'commands';
  readonly icon: string;
  readonly label: string;
  readonly detail?: string | undefined;
  run(): void;
}

/** Whether what was typed is found in a line, in any order of words. */
export function matchesText(item: PaletteItem, text: string): boolean {
  const label = `${item.label} ${item.detail ?? ''}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => label.includes(word));
}
