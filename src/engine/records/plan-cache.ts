import { isDeepStrictEqual } from 'node:util';
import { dayIn } from '#kernel/expression/zone.ts';
import { shapeOf } from '../access/standing.ts';
import type { Context, Workspace } from './context.ts';

/**
 * Compiled statements, by everything that their text depends on; the oldest half goes when it is full. What a company
 * adds changes its registry, but few statements: one that comes out as it was is the same in memory.
 */
export class PlanCache<Plan> {
  readonly #plans = new Map<string, Plan>();
  /** The latest of each, whatever the edition of the registry. */
  readonly #latest = new Map<string, Plan>();
  readonly #limit: number;

  constructor(limit = 2000) {
    this.#limit = limit;
  }

  /** The plan for this caller's kind and question, compiled at the first time of asking. */
  get(context: Context, question: string, compile: () => Plan): Plan {
    const { actor } = context;
    const who = actor.unlimited ? '*' : `${actor.roles.join(',')}${shapeOf(actor.standing)}`;
    const asked = `${placeOf(context.workspace)}|${who}|${actor.timeZone}|${dayIn(context.now, actor.timeZone)}|${question}`;
    const key = `${context.registry.edition}|${asked}`;
    const known = this.#plans.get(key);
    if (known !== undefined) return known;
    const before = this.#latest.get(asked);
    const compiled = compile();
    const plan = before !== undefined && isDeepStrictEqual(before, compiled) ? before : compiled;
    this.#keep(this.#plans, key, plan);
    this.#keep(this.#latest, asked, plan);
    return plan;
  }

  #keep(plans: Map<string, Plan>, key: string, plan: Plan): void {
    if (plans.size >= this.#limit)
      for (const old of [...plans.keys()].slice(0, this.#limit / 2)) plans.delete(old);
    plans.set(key, plan);
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
