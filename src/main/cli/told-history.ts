import type { LogVerdict } from '#engine/log-seal/verify-log.ts';

/** What a command says of the seal of a company's history. */
export function toldHistory(
  name: string,
  { entries, head, unsealed, unsealedSince, broken }: LogVerdict,
): string {
  const sound = `${entries} changes of records are as they were written`;
  const open = unsealed === 0 ? '' : `; ${unsealed} are not sealed yet, the oldest of ${unsealedSince}`;
  if (broken === undefined) return `✔ ${name}: ${sound}${open}; block ${head.position}:${head.hash}`;
  const { why, position, entry } = broken;
  const before = `${entries} changes before it are as they were written`;
  const of = entry && [
    entry.sequence,
    entry.at,
    entry.object && `${entry.object}/${entry.record}`,
    entry.kind,
  ];
  const which = of === undefined ? '' : ` (${of.filter((each) => each !== undefined).join(', ')})`;
  return `✖ ${name}: ${said[why](position)}${which}; ${before}`;
}

const said: Readonly<Record<NonNullable<LogVerdict['broken']>['why'], (position: number) => string>> = {
  altered: (position) => `a change in block ${position} of the history was altered`,
  removed: (position) => `a change in block ${position} of the history was removed`,
  added: (position) =>
    position === 0
      ? 'a change was put into the history'
      : `a change was put into block ${position} of the history`,
  block: (position) => `block ${position} of the history is missing or was altered`,
  end: (position) =>
    `the history was cut off at block ${position}, or its end was not written with this secret`,
  key: () => 'the key of the history cannot be had with this secret',
};
