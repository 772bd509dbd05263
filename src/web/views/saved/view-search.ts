import type { ViewSettings } from '#kernel/view-settings.ts';
import { type ListSearch, type Settable, settableNames } from '#web/routes/list-search.ts';

/** What a view that somebody keeps says, as an address would. */
export function searchOf({ base: _, columns, ...settings }: ViewSettings): Settable {
  return { ...settings, ...(columns && { columns: columns.join(',') }) };
}

/** What is shown, as a view keeps it. */
export function settingsOf(base: string, { columns, ...shown }: Settable): ViewSettings {
  const named = settableNames.flatMap((name) =>
    name !== 'columns' && shown[name] !== undefined ? [[name, shown[name]] as const] : [],
  );
  return { base, ...Object.fromEntries(named), ...(columns && { columns: columns.split(',') }) };
}

/** What holds of an address and a view together: the address says what is changed, and null what is taken back. */
export function shownBy(address: ListSearch, kept: Settable): Settable {
  return Object.fromEntries(
    settableNames
      .map((name) => [name, address[name] === null ? undefined : (address[name] ?? kept[name])] as const)
      .filter(([, value]) => value !== undefined),
  );
}

/** The address after a change: it holds what differs from the view, and nothing else. */
export function changedAddress(
  address: ListSearch,
  kept: Settable,
  part: { readonly [Key in keyof ListSearch]?: ListSearch[Key] | undefined },
): ListSearch {
  const next: Record<string, unknown> = { ...address };
  for (const [name, given] of Object.entries(part)) {
    const value = given === '' ? undefined : given;
    const own = (kept as Readonly<Record<string, unknown>>)[name];
    if (JSON.stringify(value) === JSON.stringify(own)) delete next[name];
    else if (value !== undefined) next[name] = value;
    else if (own === undefined) delete next[name];
    else next[name] = null;
  }
  return next;
}

/** Whether an address says more than which view. */
export function isChanged(address: ListSearch): boolean {
  return settableNames.some((name) => address[name] !== undefined);
}

/** The address without what it says beside the view. */
export function withoutChanges(address: ListSearch): ListSearch {
  const { view, day, scale, at } = address;
  return { ...(view && { view }), ...(day && { day }), ...(scale && { scale }), ...(at && { at }) };
}
