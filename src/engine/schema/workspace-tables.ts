import { bulkTables } from '../bulk/bulk-tables.ts';
import { feedTable } from '../calendar-feed/feed-table.ts';
import { syncTables } from '../calendar-sync/sync-tables.ts';
import { bookTables } from '../carddav/book-tables.ts';
import { reviewTables } from '../duplicates/review/review-tables.ts';
import { logSealTables } from '../log-seal/log-seal-tables.ts';
import { lookTables } from '../looks/look-tables.ts';
import { notificationTables } from '../notifications/notification-tables.ts';
import { channel } from '../run-time/listen.ts';
import { safeguardTables } from '../safeguards/safeguard-tables.ts';
import { keyTables } from '../sealing/key-table.ts';
import { quoted } from '../sql/fragment.ts';
import { viewLinkTable } from '../view-links/view-link-table.ts';
import { webhookTables } from '../webhooks/webhook-tables.ts';

/**
 * Tables of every workspace that belong to the engine, not to an object. The log is append-only, but for what is
 * erased of a person, and partitioned by month; a default partition takes what no month has been made for.
 */
export function workspaceTables(schema: string): string {
  const s = quoted(schema);
  return `
    create table if not exists ${s}.event (
      sequence bigint generated always as identity,
      at timestamptz(3) not null,
      transaction xid8 not null default pg_current_xact_id(),
      actor uuid,
      object text not null,
      record uuid not null,
      version integer not null,
      kind text not null,
      changes jsonb not null,
      primary key (sequence, at)
    ) partition by range (at);
    alter table ${s}.event add column if not exists impersonator uuid;
    create table if not exists ${s}.event_other partition of ${s}.event default;
    create index if not exists event_transaction on ${s}.event (transaction, sequence);
    create index if not exists event_record on ${s}.event (record, sequence desc);
    create or replace function ${s}.refuse_rewriting() returns trigger language plpgsql as $$
      begin if tg_op = 'UPDATE' and current_setting('guanxi.erasing', true) = 'on' and to_jsonb(new) - 'changes' = to_jsonb(old) - 'changes' then return new; end if; raise exception 'the log is append-only'; end $$;
    create or replace trigger event_append_only before update or delete on ${s}.event for each row execute function ${s}.refuse_rewriting();
    create table if not exists ${s}.declared (
      object text primary key, fields jsonb not null, indexes jsonb not null, search text);
    create table if not exists ${s}.switched_off (module text primary key, at timestamptz(3) not null default now());
    create or replace function ${s}.tell_switches() returns trigger language plpgsql as $$ begin perform pg_notify('${channel}', tg_table_schema); return null; end $$;
    create or replace trigger tell_switches after insert or update or delete on ${s}.switched_off for each statement execute function ${s}.tell_switches();
    create table if not exists ${s}.counter (name text primary key, value bigint not null);
    create table if not exists ${s}.idempotency (
      key text not null, actor uuid not null, request text not null, status integer, body text,
      at timestamptz not null default now(), primary key (actor, key));
    create index if not exists idempotency_at on ${s}.idempotency (at);
    create table if not exists ${s}.used_challenge (nonce text primary key, at timestamptz not null default now());
    create index if not exists used_challenge_at on ${s}.used_challenge (at);
    create table if not exists ${s}.consumer (name text primary key, transaction xid8 not null, sequence bigint not null);
    insert into ${s}.consumer values ('automation', pg_snapshot_xmin(pg_current_snapshot()), 0) on conflict (name) do nothing;
    ${logSealTables(s)}
    create table if not exists ${s}.import (
      id uuid primary key, actor uuid not null, state text not null, options jsonb not null, files jsonb not null,
      created timestamptz(3) not null, started timestamptz(3), finished timestamptz(3), beat timestamptz(3), problem text);
    create table if not exists ${s}.import_row (
      import uuid not null, file integer not null, row integer not null, status text not null, record uuid, version integer,
      before jsonb, problems jsonb, primary key (import, file, row));
    create table if not exists ${s}.import_made (
      import uuid not null, file integer not null, object text not null, record uuid not null, primary key (import, record));
    create table if not exists ${s}.import_mapping (fingerprint text primary key, object text not null, mapping jsonb not null);
    ${bulkTables(s)}
    ${reviewTables(s)}
    create unlogged table if not exists ${s}.presence (object text, record uuid, person uuid, until timestamptz not null, primary key (object, record, person));
    create table if not exists ${s}.automation_run (
      id uuid primary key, automation text not null, object text not null, record uuid not null, actor uuid,
      cause text not null, step integer not null default 0, state text not null default 'waiting',
      wake timestamptz(3) not null, attempts integer not null default 0, reason text,
      started timestamptz(3) not null, ended timestamptz(3), unique (automation, record, cause));
    alter table ${s}.automation_run add column if not exists key text, add column if not exists depth integer not null default 0,
      add column if not exists complaints jsonb, add column if not exists ways jsonb not null default '[]',
      add column if not exists loops jsonb not null default '{}';
    create table if not exists ${s}.automation_round (
      run uuid not null, step text not null, place integer not null, object text not null, record uuid not null,
      state text not null default 'waiting', reason text, complaints jsonb, primary key (run, step, place));
    create table if not exists ${s}.automation_wrote (transaction xid8 primary key, automation text not null, depth integer not null);
    create index if not exists automation_run_due on ${s}.automation_run (wake) where state = 'waiting';
    ${notificationTables(s)}
    ${lookTables(s)}
    ${feedTable(s)}
    ${viewLinkTable(s)}
    ${syncTables(s)}
    ${bookTables(s)}
    ${keyTables(s)}
    ${safeguardTables(s)}
    ${webhookTables(s)}
  `;
}

/** The partition for the month of an instant. */
export function monthPartition(schema: string, at: Date): string {
  const from = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
  const until = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
  const name = `event_${from.toISOString().slice(0, 7).replace('-', '_')}`;
  return `create table if not exists ${quoted(schema)}.${name} partition of ${quoted(schema)}.event for values from ('${from.toISOString()}') to ('${until.toISOString()}');`;
}
