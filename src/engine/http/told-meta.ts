import type { Meta, ModelMeta, UserMeta } from '#kernel/meta.ts';
import type { Context } from '../records/context.ts';
import { PlanCache } from '../records/plan-cache.ts';
import type { MapTiles } from './map-tiles.ts';
import { modelMetaOf } from './meta.ts';
import { type TaggedText, tagOf } from './send-unless-known.ts';

/** What is said of one caller alone. */
type Caller = Pick<UserMeta, 'email' | 'operator' | 'watermark'>;

interface KeptModel extends TaggedText {
  readonly meta: ModelMeta;
}

/** Half a megabyte each, and nearly all that a page needs to begin. */
const models = new PlanCache<KeptModel>(32);

function modelFor(context: Context): KeptModel {
  return models.get(context, context.actor.locale, () => {
    const meta = modelMetaOf(context);
    const text = Buffer.from(JSON.stringify(meta));
    return { meta, text, tag: tagOf(text) };
  });
}

/** What this caller may see and do of the objects, actions and reports. Not to be changed: others are told the same. */
export function modelMeta(context: Context): ModelMeta {
  return modelFor(context).meta;
}

/** Everything that a client needs to draw the product for this caller, as JSON of a `Meta`. */
export function toldMeta(context: Context, caller: Caller, mapTiles?: MapTiles): TaggedText {
  const { text, tag } = modelFor(context);
  const own = Buffer.from(JSON.stringify(ownMeta(context, caller, mapTiles)));
  // One object of both: the first without its last brace, the second without its first.
  return {
    text: Buffer.concat([own.subarray(0, -1), Buffer.from(','), text.subarray(1)]),
    tag: tagOf(Buffer.concat([own, Buffer.from(tag)])),
  };
}

function ownMeta(
  { workspace, actor }: Context,
  { email, operator, watermark }: Caller,
  mapTiles: MapTiles | undefined,
): Omit<Meta, keyof ModelMeta> {
  return {
    workspace: {
      name: workspace.name,
      label: workspace.label,
      currency: workspace.currency,
      currencies: Object.keys(workspace.rates),
      ...(mapTiles && { mapTiles }),
    },
    user: {
      id: actor.id ?? '',
      name: actor.name,
      email,
      locale: actor.locale,
      timeZone: actor.timeZone,
      roles: actor.roles,
      administrator: actor.unlimited,
      operator,
      watermark,
      ...(actor.impersonator && {
        impersonator: { name: actor.impersonator.name, until: actor.impersonator.until },
      }),
    },
  };
}
