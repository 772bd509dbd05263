/**
 * What programs are told: the secrets of each webhook, sealed, the former one until it is valid no more, and when a
 * delivery last succeeded; and the deliveries, which tell what happened and not what the record says. `wake` is when one
 * is tried next, and `claimed` until when a server is trying it. One that a step of an automation asks for names its run,
 * which waits for it, and what of the answer that takes; `given` is kept until it has taken it.
 */
export function webhookTables(s: string): string {
  return `
    create table if not exists ${s}.webhook_state (
      webhook uuid primary key, secret text not null, made timestamptz(3) not null, former text, former_until timestamptz(3),
      succeeded timestamptz(3));
    create table if not exists ${s}.webhook_delivery (
      id uuid primary key, webhook uuid not null, sequence bigint, object text, record uuid, kind text not null, action text,
      fields jsonb not null default '[]', happened timestamptz(3) not null, queued timestamptz(3) not null,
      state text not null default 'waiting', wake timestamptz(3) not null, claimed timestamptz(3), attempts integer not null default 0,
      reason text, status integer, took integer, answer text, tried timestamptz(3), ended timestamptz(3), unique (webhook, sequence));
    alter table ${s}.webhook_delivery add column if not exists run uuid, add column if not exists step text,
      add column if not exists takes jsonb, add column if not exists given jsonb;
    create unique index if not exists webhook_delivery_run on ${s}.webhook_delivery (run, step) where run is not null;
    create index if not exists webhook_delivery_due on ${s}.webhook_delivery (webhook, wake, id) where state = 'waiting';
    create index if not exists webhook_delivery_claimed on ${s}.webhook_delivery (webhook, record) where claimed is not null;
    create index if not exists webhook_delivery_latest on ${s}.webhook_delivery (webhook, id desc);
    create index if not exists webhook_delivery_ended on ${s}.webhook_delivery (ended) where ended is not null;
    insert into ${s}.consumer values ('webhooks', pg_snapshot_xmin(pg_current_snapshot()), 0) on conflict (name) do nothing;
  `;
}
