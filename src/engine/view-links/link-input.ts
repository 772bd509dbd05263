import { dayInput } from '#kernel/field/date/date.ts';
import { textInput } from '#kernel/field/text-input.ts';
import { Unacceptable } from '#kernel/problem.ts';
import { parsePassword } from '../identity/passwords/password-rule.ts';
import { optional, readBody, required } from '../identity/read-body.ts';
import { listLimits } from '../records/list-query.ts';

/** What somebody wants of a link. */
export interface WantedLink {
  readonly columns: readonly string[];
  readonly personal: readonly string[];
  /** Null for none; undefined for the one that it has. */
  readonly password: string | null | undefined;
  readonly lastDay: string | null;
  readonly download: boolean;
  /** Why people's data is shown, where the company asks for that. */
  readonly reason: string;
}

/** Reads what somebody wants of a link; all complaints at once. */
export function linkInput(body: unknown, today: string): WantedLink {
  const given = readBody(body, {
    columns: required(paths),
    personal: optional(paths),
    password: (input) => (input === null || input === '' ? null : optional(parsePassword)(input)),
    lastDay: optional((input) => dayFrom(today, input)),
    download: optional(yesOrNo),
    reason: optional((input) => textInput(input, 300)),
  });
  const { columns, personal = [], password, lastDay = null, download = false, reason = '' } = given;
  return { columns, personal, password, lastDay, download, reason };
}

function paths(input: unknown): readonly string[] {
  if (!Array.isArray(input)) throw new Unacceptable('notAList');
  if (input.length > listLimits.selects) throw new Unacceptable('tooMany', { most: listLimits.selects });
  const read = input.map((path) => textInput(path, 300));
  return [...new Set(read)];
}

function dayFrom(today: string, input: unknown): string {
  const day = dayInput(input);
  if (day < today) throw new Unacceptable('dayIsPast');
  return day;
}

function yesOrNo(input: unknown): boolean {
  if (typeof input !== 'boolean') throw new Unacceptable('notBoolean');
  return input;
}
