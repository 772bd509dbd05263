import type { MailSender } from '#kernel/port/mail-sender.ts';
import type { Row } from '../database/database.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

/** One automation at work on one record: kept in the workspace, so that it survives whatever happens to a server. */
export interface Run {
  readonly id: string;
  readonly automation: string;
  readonly object: string;
  readonly record: string;
  /** The person whose change started it; null when nobody's did. */
  readonly actor: string | null;
  /** The step to do next, from 0. */
  readonly step: number;
  /** The key of that step, where it has one: the steps may have changed meanwhile. */
  readonly key: string | null;
  /** Failures so far of that step. */
  readonly attempts: number;
  /** How many automations set each other off before this one. */
  readonly depth: number;
  /** Why it waits, or why its step failed the last time. */
  readonly reason: string | null;
  /** The loops that it has begun, with how many records each found. */
  readonly loops: Readonly<Record<string, number>>;
}

/** Where steps are done, and what they need to write to people outside: absent in a company that writes to nobody. */
export interface Working extends Context {
  readonly mail?: MailSender | undefined;
  /** Where somebody who is invited answers or, by the form with which he arranged it, changes it. */
  readonly answerAt?: (workspace: string, guest: string, form?: string) => string;
}

/** A run to be started; the same automation starts once for one record and one cause. */
export interface NewRun extends Pick<Run, 'automation' | 'object' | 'record' | 'actor' | 'depth'> {
  /** The number of the entry in the log, or the time that came. */
  readonly cause: string;
}

export function runTable(schema: string): string {
  return `${quoted(schema)}.automation_run`;
}

/** What of a run's row `runOf` reads. */
export const runColumns = 'id, automation, object, record, actor, step, attempts, key, depth, loops, reason';

export function runOf([
  id,
  automation,
  object,
  record,
  actor,
  step,
  attempts,
  key,
  depth,
  loops,
  reason,
]: Row): Run {
  return {
    id: id as string,
    automation: automation as string,
    object: object as string,
    record: record as string,
    actor: actor as string | null,
    step: Number(step),
    attempts: Number(attempts),
    key: key ?? null,
    depth: Number(depth),
    loops: JSON.parse(loops ?? '{}'),
    reason: reason ?? null,
  };
}
