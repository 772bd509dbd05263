import type { Loop, Step, Trigger } from '../automation.ts';
import type { ObjectName } from '../object-name.ts';
import type { Where } from '../where.ts';
import { companysModule } from './companys-module.ts';

/** Of the steps that there are, those that a company may draw; each has a key by which it is known. */
export type DrawnStep =
  | Exclude<Drawable, { readonly do: 'notify' }>
  | {
      readonly do: 'notify';
      readonly key?: string;
      /** Who is told: people by id, `$record.owner`, `$actor`, `$administrators`, `$followers`. */
      readonly to: readonly string[];
      readonly says: string;
    }
  | DrawnBranch
  | DrawnLoop;

/** A branch as it is drawn: in a draft its condition may be missing. */
export interface DrawnBranch {
  readonly do: 'branch';
  readonly key?: string;
  readonly where?: unknown;
  readonly steps: readonly DrawnStep[];
  readonly otherwise?: readonly DrawnStep[];
}

/** A loop as it is drawn. */
export interface DrawnLoop extends Omit<Loop, 'where' | 'steps'> {
  readonly key?: string;
  readonly where?: unknown;
  readonly steps: readonly DrawnStep[];
}

type Drawable = Extract<
  Step,
  { readonly do: 'update' | 'create' | 'action' | 'notify' | 'mail' | 'wait' | 'call' }
>;

/** When it starts, as a company draws it. */
export type DrawnTrigger = Trigger<ObjectName>;

/** An automation as its record says it; what of it is JSON may be anything. */
export interface AutomationDefinition {
  readonly id: string;
  readonly name: string | null;
  readonly object: string | null;
  readonly trigger: unknown;
  readonly where: Where<ObjectName> | null;
  readonly steps: unknown;
  readonly active: boolean | null;
  readonly updatedAt?: string | null;
  /** Whether it is put away. */
  readonly deletedAt?: string | null;
}

/** What is known of an automation that a company has drawn, whether it works or rests. */
export interface DrawnAutomation {
  readonly id: string;
  readonly label: string;
  readonly active: boolean;
}

/** The name of a drawn automation in the log and in its runs, which stays when it is called otherwise. */
export function drawnName(id: string): string {
  return `${companysModule}.${id}`;
}
