import type { Workspace } from '#engine/records/context.ts';

type StoredWorkspace = Pick<Workspace, 'name' | 'label' | 'schema'> & {
  readonly settings: {
    readonly currency: string;
    readonly currencies: Readonly<Record<string, string>>;
    readonly timeZone: string;
  };
};

/** A workspace as the records need to know it. */
export function workspaceOf({ name, label, schema, settings }: StoredWorkspace): Workspace {
  return {
    name,
    label,
    schema,
    currency: settings.currency,
    rates: { [settings.currency]: '1', ...settings.currencies },
    timeZone: settings.timeZone,
  };
}
