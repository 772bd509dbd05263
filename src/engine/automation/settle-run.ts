import type { Step } from '#kernel/automation.ts';
import type { Complaint } from '#kernel/problem.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';
import { type Run, runTable } from './run.ts';

/** What becomes of a run after a step: it has ended, or goes on with the next one after so many seconds. */
export type Outcome =
  | {
      readonly ends: 'done' | 'skipped' | 'failed';
      readonly reason?: string;
      readonly complaints?: readonly Complaint[];
      readonly weighs?: number;
    }
  | { readonly again: number; readonly reason?: string }
  | {
      readonly wait: number;
      readonly place: number;
      readonly next: Step | undefined;
      readonly took?: WayTaken;
      /** As how many automations in a row what was written counts, besides its own. */
      readonly weighs?: number;
    };

/** Which way a run went at a branch, and because of what the condition did not hold. */
export interface WayTaken {
  /** The branch by its key, or by its place where it has none. */
  readonly step: string | number;
  readonly way: 'met' | 'otherwise';
  /** The parts of its condition, each a condition, that did not hold. */
  readonly unmet: readonly unknown[];
}

/** Writes down the place that a run has reached, and that its step wrote what this transaction writes. */
export async function settle(
  database: Database,
  schema: string,
  { id, automation, depth }: Run,
  outcome: Outcome,
  now: string,
): Promise<void> {
  const table = runTable(schema);
  const weight = 'again' in outcome ? 0 : (outcome.weighs ?? 0);
  const wrote = `with wrote as (insert into ${quoted(schema)}.automation_wrote values (pg_current_xact_id(), $5, $6))`;
  if ('ends' in outcome)
    await database.run(
      `${wrote} update ${table} set state = $3, reason = $4, complaints = $7::jsonb, ended = $2::timestamptz where id = $1`,
      [
        ...[id, now, outcome.ends, outcome.reason ?? null, automation, depth + weight],
        outcome.complaints ? JSON.stringify(outcome.complaints) : null,
      ],
    );
  else if ('again' in outcome)
    await database.run(
      `update ${table} set wake = $2::timestamptz + make_interval(secs => $3), reason = $4 where id = $1`,
      [id, now, outcome.again, outcome.reason ?? null],
    );
  else
    await database.run(
      `${wrote}
       update ${table} set step = $4, key = $7, attempts = 0, reason = null, complaints = null, ways = ways || $8::jsonb, wake = $2::timestamptz + make_interval(secs => $3) where id = $1`,
      [
        id,
        now,
        outcome.wait,
        outcome.place,
        automation,
        depth + weight,
        outcome.next?.key ?? null,
        JSON.stringify(outcome.took ? [outcome.took] : []),
      ],
    );
}
