import { dayIn } from '#kernel/expression/zone.ts';
import { shapeOf } from '../access/standing.ts';
import type { Context, Workspace } from './context.ts';

/** Compiled statements, by everything that their text depends on; the oldest half goes when it is full. */
export class PlanCache<Plan> {
  readonly #plans = new Map<string, Plan>();
  readonly #limit: number;

  constructor(limit = 2000) {
    this.#limit = limit;
  }

  /** The plan for this caller's kind and question, compiled at the first time of asking. */
  get(context: Context, question: string, compile: () => Plan): Plan {
    const { actor } = context;
    const who = actor.unlimited ? '*' : `${actor.roles.join(',')}${shapeOf(actor.standing)}`;
    const key = `${placeOf(context.workspace)}|${context.registry.edition}|${who}|${actor.timeZone}|${dayIn(context.now, actor.timeZone)}|${question}`;
    const known = this.#plans.get(key);
    if (known !== undefined) return known;
    const plan = compile();
    if (this.#plans.size >= this.#limit)
      for (const old of [...this.#plans.keys()].slice(0, this.#limit / 2)) this.#plans.delete(old);
    this.#plans.set(key, plan);
    return plan;
  }
}

const places = new WeakMap<Workspace, string>();

/** What of a workspace stands in the text of statements. */
function placeOf(workspace: Workspace): string {
  const known = places.get(workspace);
  if (known !== undefined) return known;
  const place = [workspace.schema, workspace.currency, ...Object.entries(workspace.rates)].join('|');
  places.set(workspace, place);
  return place;
}
