import { tracingChannel } from 'node:diagnostics_channel';

/** A statement as it is sent, without its values. */
export interface TracedStatement {
  readonly text: string;
}

/** Something that is done beside the requests. */
export interface TracedJob {
  readonly name: string;
}

/** Each statement and each job as it begins and ends; whoever traces listens, and while nobody does it costs nothing. */
export const statementChannel = tracingChannel<unknown, TracedStatement>('guanxi:statement');
export const jobChannel = tracingChannel<unknown, TracedJob>('guanxi:job');

/** Does a job so that it can be traced. */
export function tracedJob<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  return jobChannel.hasSubscribers ? jobChannel.tracePromise(work, { name }) : work();
}
