/** What keeps a backup from being made or read, in words that a person can do something with. */
export class BackupFault extends Error {}
