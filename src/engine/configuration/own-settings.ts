import { Unacceptable } from '#kernel/problem.ts';
import { type Registry, wholeOf } from '#kernel/registry.ts';
import { roleNames } from '../access/role-names.ts';
import { readRetention, retentionMonths, setRetention } from '../audit/retention.ts';
import { readPolicy, writePolicy } from '../identity/second-factor/sign-in-policy.ts';
import type { Context } from '../records/context.ts';
import { readSwitchedOff } from '../run-time/switched-off.ts';
import { readSafeguards, writeSafeguards } from '../safeguards/safeguards.ts';
import { safeguardsFrom } from '../safeguards/safeguards-input.ts';
import { changeSwitches } from './change-switches.ts';
import type { OwnSettings } from './configuration.ts';
import { isKnownSwitch } from './known-switch.ts';

/** How something that is set for a company is read, judged and written where it is kept. */
export interface OwnSetting<Value> {
  read(context: Context): Promise<Value>;
  /** The value as it is kept; throws what is `Unacceptable`, or a refusal that names its parts. */
  parse(input: unknown, registry: Registry): Value;
  /** With its entry in the audit. */
  write(context: Context, value: Value, before: Value, ip: string | undefined): Promise<unknown>;
}

const settings: { readonly [Name in keyof OwnSettings]: OwnSetting<OwnSettings[Name]> } = {
  auditMonths: {
    read: ({ database, workspace }) => readRetention(database, workspace.name),
    parse: retentionMonths,
    write: ({ database, workspace, actor }, months, _before, ip) =>
      setRetention(database, workspace.name, months, { actor: actor.id, ip }),
  },
  safeguards: {
    read: readSafeguards,
    parse(input, registry) {
      if (typeof input !== 'object' || input === null || Array.isArray(input))
        throw new Unacceptable('notARecord');
      return safeguardsFrom(input as Readonly<Record<string, unknown>>, wholeOf(registry));
    },
    write: (context, safeguards, _before, ip) => writeSafeguards(context, safeguards, ip),
  },
  secondFactorRoles: {
    read: async ({ database, workspace }) => (await readPolicy(database, workspace.name)).secondFactorRoles,
    parse: (input, registry) => roleNames(wholeOf(registry))(input),
    write: ({ database, workspace, actor }, secondFactorRoles, _before, ip) =>
      writePolicy(database, workspace.name, { secondFactorRoles }, { actor: actor.id, ip }),
  },
  switchedOff: {
    read: ({ database, workspace }) => readSwitchedOff(database, workspace.schema),
    parse(input, registry) {
      if (!isKnownSwitch(registry, input)) throw new Unacceptable('noSuchModule');
      return input.toSorted();
    },
    write: changeSwitches,
  },
};

/** What is set for a company as a whole and kept in places of its own, by name. */
export const ownSettings: ReadonlyMap<string, OwnSetting<unknown>> = new Map(Object.entries(settings));
