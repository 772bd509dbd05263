/**
 * What people are told, by which channels it still has to reach them, what they chose, and which of their browsers
 * want messages; `minute` of the day and weekdays (1 is Monday) are when a person gets his digest. `transaction` is that of the last change, by which live pages learn of it; `first` and `last`
 * bound the entries of the log that it tells of, to which others were added until `latest`. A delivery's `wake` is when
 * it is tried next, and while it is being tried when another server may take it over.
 */
export function notificationTables(s: string): string {
  return `
    create table if not exists ${s}.notification (
      id uuid primary key, person uuid not null, kind text not null, object text not null, record uuid not null, actor uuid,
      cause text not null, count integer not null default 1, at timestamptz(3) not null, read timestamptz(3), snoozed timestamptz(3),
      transaction xid8 not null default pg_current_xact_id(), unique (person, kind, cause));
    alter table ${s}.notification add column if not exists first bigint, add column if not exists last bigint, add column if not exists latest timestamptz(3), add column if not exists said text;
    create index if not exists notification_person on ${s}.notification (person, at desc, id desc);
    create index if not exists notification_unread on ${s}.notification (person, at desc, id desc) where read is null;
    create index if not exists notification_snoozed on ${s}.notification (snoozed) where snoozed is not null;
    create index if not exists notification_transaction on ${s}.notification (transaction);
    create table if not exists ${s}.notification_delivery (
      id uuid primary key, notification uuid not null, channel text not null, state text not null default 'waiting',
      wake timestamptz(3) not null, attempts integer not null default 0, reason text, ended timestamptz(3), unique (notification, channel));
    create index if not exists notification_delivery_due on ${s}.notification_delivery (wake) where state = 'waiting';
    create table if not exists ${s}.notification_choice (
      person uuid not null, kind text not null, channels text[] not null, primary key (person, kind));
    create table if not exists ${s}.notification_digest (
      person uuid primary key, minute integer not null, weekdays integer[] not null);
    create table if not exists ${s}.push_subscription (
      id uuid primary key, person uuid not null, endpoint text not null unique, p256dh text not null, auth text not null,
      browser text not null, at timestamptz(3) not null);
    create index if not exists push_subscription_person on ${s}.push_subscription (person);
  `;
}
