import { type Channel, channels, trial } from '#kernel/notification.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { kindText } from './notification-texts.ts';

/** By which channels one kind reaches the actor. */
export interface ChannelChoice {
  readonly kind: string;
  readonly label: string;
  readonly channels: readonly Channel[];
}

/** Every kind with the channels that the actor chose, or those meant for people who have chosen none. */
export async function channelChoices(context: Context): Promise<readonly ChannelChoice[]> {
  const rows = await context.database.run(
    `select kind, to_json(channels) from ${quoted(context.workspace.schema)}.notification_choice where person = $1::uuid`,
    [context.actor.id],
  );
  const chosen = new Map(rows.map(([kind, list]) => [kind, JSON.parse(list as string) as Channel[]]));
  return kindsOf(context).map((kind) => ({
    kind: kind.name,
    label: kindText(context.registry, context.actor.locale, kind.name, 'label'),
    channels: chosen.get(kind.name) ?? kind.channels,
  }));
}

/** Takes the actor's choice for some kinds: `{"kind": ["mail"]}`. */
export async function choose(context: Context, given: Readonly<Record<string, unknown>>): Promise<void> {
  const known = new Set(kindsOf(context).map(({ name }) => name));
  const complaints: Complaint[] = Object.entries(given).flatMap(([kind, list]) => {
    if (!known.has(kind)) return [{ field: kind.slice(0, 100), code: 'unknownField' }];
    const fine = Array.isArray(list) && list.every((one) => channels.includes(one as Channel));
    return fine
      ? []
      : [
          {
            field: kind,
            code: 'notAChoice',
            parameters: { value: JSON.stringify(list).slice(0, 100), choices: channels.join(', ') },
          },
        ];
  });
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  await context.database.run(
    `insert into ${quoted(context.workspace.schema)}.notification_choice (person, kind, channels)
     select $1::uuid, key, array(select distinct json_array_elements_text(value)) from json_each($2::json)
     on conflict (person, kind) do update set channels = excluded.channels`,
    [context.actor.id, JSON.stringify(given)],
  );
}

function kindsOf({ registry }: Context) {
  return [...registry.notifications.values()].filter(({ name }) => name !== trial.name);
}
