import type { Action } from './action.ts';
import type { Automation } from './automation.ts';
import type { DeclaredReports } from './declared-report.ts';
import type { Fields } from './fields.ts';
import type { Guard } from './guard.ts';
import type { ObjectName } from './object-name.ts';
import type { Grant } from './policy.ts';
import type { United } from './union.ts';
import type { RelatedBy } from './view.ts';

/** What a module adds to an object of a module that it depends on. */
export interface Extension {
  readonly object: string;
  /** Named to the compiler by declaration merging into `Extensions`. */
  readonly fields?: Fields;
  /** Further values in the strip at the top of the record page. */
  readonly highlights?: readonly string[];
  /** Further sections of the record page. */
  readonly sections?: Readonly<Record<string, readonly string[]>>;
  readonly reports?: DeclaredReports;
  /** Further related lists, of records that point to it by way of others. */
  readonly related?: readonly RelatedBy[];
  /** What the module's own roles may do with the object's records. */
  readonly grants?: Readonly<Record<string, Grant<never>>>;
  /** Further objects of which it is made up, for an object that unites others. */
  readonly unites?: readonly United[];
  /** What follows for the object's records from others, besides what its own guard says. */
  readonly guard?: Guard;
  readonly actions?: readonly Action[];
  readonly automations?: readonly Automation[];
}

export function defineExtension<const Name extends ObjectName>(
  object: Name,
  added: Omit<Extension, 'object' | 'grants'> & { readonly grants?: Readonly<Record<string, Grant<Name>>> },
): Extension {
  return Object.freeze({ ...added, object }) as Extension;
}
