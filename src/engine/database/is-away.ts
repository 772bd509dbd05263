/** PostgreSQL's own codes for a database that is shutting down, starting, full or out of reach; and a disk that is full. */
const codes = /^(57P0[1-5]|08...|53...|ECONN.*|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOSPC|EDQUOT)$/;

/** What the driver says, without a code, of a connection that ended under it, or could not be had in time. */
const said = /^(Connection terminated|timeout e|Client has encountered a connection error|Client was closed)/;

/** Whether something failed only because the database, or room on the disk, is not there at the moment. */
export function isAway(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as { code?: unknown; message?: unknown };
  return codes.test(String(code)) || said.test(String(message));
}
