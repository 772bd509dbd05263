/**
 * What the engine itself uses an object's records for, besides keeping them, and the fields that it reads there. At
 * most one object serves each purpose; without one the product has no such thing.
 */
export const purposes = {
  /** A part of the company, within another. People name theirs in a field that is called `department`. */
  department: ['parent', 'leader'],
  /** People who work together, whichever their departments, at hours of their own where they have some. */
  team: ['members', 'leader', 'workingTime'],
  /** A part of the market, within another, and those who serve it. */
  territory: ['parent', 'members'],
  /** One record that somebody else may see or change: `audience` holds an id or a role, `until` its last day. */
  share: ['record', 'audience', 'access', 'until'],
  /** Every record that a condition finds, for an audience. */
  sharingRule: ['object', 'where', 'audience', 'access', 'active'],
  /** What a workspace changes of what a role may do with an object; empty where it is as declared. */
  grant: ['role', 'object', 'read', 'create', 'update', 'delete', 'import', 'publish', 'fields'],
  /** For how long records of an object are kept, and what becomes of them then. */
  retention: ['object', 'months', 'since', 'dateField', 'where', 'effect', 'active'],
  /** A record that no retention takes and nobody erases. */
  hold: ['record', 'until'],
  /** A program of the company that is told of what happens to records, on the account of a person. */
  webhook: ['name', 'address', 'topics', 'person', 'active', 'since', 'stopped'],
  /** What a company says of why it keeps what tells of people, where it is not as declared: of an object or a field. */
  use: ['object', 'field', 'purpose', 'ground', 'months', 'risks', 'assessedOn'],
  /**
   * A ledger of what people allow: the latest entry for a purpose and a way counts, one without ways for all of them.
   * The use is allowed when its `decision` is `given` and it has not expired.
   */
  permission: ['subject', 'purpose', 'decision', 'ways', 'givenAt', 'expiresOn'],
  /** Somebody who leaves: until when he comes in, and how many records a day he may export all the same. */
  leaving: ['person', 'endsAt', 'exportsPerDay'],
  /** Somebody has looked at more records than is usual, raised by the engine. */
  alarm: ['person', 'what', 'how', 'within', 'begunAt', 'amount', 'threshold', 'address'],
  /** An object that a company has added. */
  objectDefinition: ['name', 'naming', 'access', 'group'],
  /** What a company demands of the records of an object beyond what is declared. */
  rule: [
    'object',
    'name',
    'condition',
    'together',
    'among',
    'effect',
    'affects',
    'messageZh',
    'messageEn',
    'field',
    'active',
  ],
  /** What follows when something happens to a record, as a company draws it. */
  automation: ['name', 'object', 'trigger', 'where', 'steps', 'active'],
  /** By what two records of an object are suspected to be one, as a company wants it. */
  likeness: ['object', 'field', 'kind', 'weight'],
  /** A field that a company has added to an object. */
  definition: ['object', 'type', 'name'],
  /** A kind of record that a company tells apart within an object. */
  recordType: ['object', 'name', 'standard', 'roles', 'values'],
  /** How a company lays out the record page of an object, for whom and for which kinds of record. */
  layout: ['object', 'name', 'position', 'roles', 'recordTypes', 'settings'],
  /** How somebody wants to see the records of an object, for himself or for others. */
  view: ['name', 'object', 'kind', 'icon', 'settings', 'everybody', 'standard', 'owner'],
  /** What the records of an object add up to, for one person or for everybody. */
  report: ['name', 'object', 'settings', 'everybody', 'owner'],
  /** Reports side by side. */
  dashboard: ['name', 'everybody', 'owner'],
  /** A report in its place on a dashboard. */
  tile: ['dashboard', 'report', 'declared', 'place', 'width'],
  /** A report or a dashboard that is sent by mail. */
  reportMail: ['report', 'dashboard', 'owner'],
  /** What people say about a record among themselves; an answer names the `thread`'s first. */
  comment: ['regarding', 'body', 'thread', 'author', 'mentions'],
  /** Formatted text that people begin with, their own or for `everybody`. */
  template: ['name', 'body', 'everybody', 'owner'],
  /** What somebody thinks of a comment, in one sign. */
  reaction: ['comment', 'sign', 'person'],
  /** Whether somebody wants to hear what is said about a record and what others change in it: `follows` or `silent`. */
  following: ['record', 'wish', 'person'],
  /** A file on a record, in its newest version. */
  document: ['regarding', 'content', 'name', 'number', 'remark', 'author', 'broughtAt'],
  /** What such a file was before. */
  documentVersion: ['document', 'content', 'number', 'remark', 'author', 'broughtAt'],
  /** Somebody outside who is invited by mail to what takes place, what he was told of it, and what he says. */
  guest: [
    'occasion',
    'person',
    'name',
    'address',
    'answer',
    'answeredAt',
    'state',
    'sentAt',
    'sequence',
    'sent',
    'told',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Purpose = keyof typeof purposes;
