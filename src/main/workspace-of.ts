import { LogSeal } from '#engine/log-seal/log-seal.ts';
import type { Workspace } from '#engine/records/context.ts';
import { WorkspaceSeal } from '#engine/sealing/workspace-seal.ts';
import { type CompanyTime, usualTime } from '#kernel/working-time/company-time.ts';

/** A workspace as it is kept with its settings. */
export type StoredWorkspace = Pick<Workspace, 'name' | 'label' | 'schema'> & {
  readonly settings: {
    readonly currency: string;
    readonly currencies: Readonly<Record<string, string>>;
    readonly timeZone: string;
    readonly locale: string;
    readonly workingTime?: CompanyTime;
  };
  readonly dataKey?: Uint8Array | undefined;
  readonly auditKey?: Uint8Array;
};

const known = new WeakMap<StoredWorkspace, Workspace>();

/** A workspace as the records need to know it; the same object for the same stored one. */
export function workspaceOf(stored: StoredWorkspace): Workspace {
  const made = known.get(stored) ?? make(stored);
  known.set(stored, made);
  return made;
}

function make({ name, label, schema, settings, dataKey, auditKey }: StoredWorkspace): Workspace {
  return {
    name,
    label,
    schema,
    currency: settings.currency,
    rates: { [settings.currency]: '1', ...settings.currencies },
    timeZone: settings.timeZone,
    workingTime: settings.workingTime ?? usualTime(settings.locale),
    seal: dataKey && new WorkspaceSeal(dataKey),
    logSeal: dataKey && auditKey && new LogSeal(dataKey, auditKey, name),
  };
}
