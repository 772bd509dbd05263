import type { RollupOptions } from '#kernel/field/field.ts';
import { type Fragment, join, raw, sql } from '../sql/fragment.ts';
import { type Children, refersTo } from './children.ts';
import { conditionOf, measuredBy, orNothing } from './rollup.ts';

/** Roll-ups over the same children. */
interface Group {
  readonly child: Children;
  readonly of: Fragment;
  readonly values: Map<string, Fragment>;
}

/**
 * Roll-ups of the rows under an alias that are all shown: those over the same children are reckoned in one pass over
 * them. The page of a customer shows a dozen numbers of its orders, each of which would look all orders up again.
 */
export class GatheredRollups {
  readonly #alias: string;
  readonly #groups = new Map<string, Group>();

  constructor(alias: string) {
    this.#alias = alias;
  }

  /** Where the value of a roll-up is found, over the children that `children` gives under an alias of theirs. */
  column(name: string, rollup: RollupOptions, children: (alias: string) => Children): Fragment {
    const key = `${rollup.object} ${rollup.by}`;
    const group = this.#groups.get(key) ?? this.#begin(key, rollup, children);
    if (!group.values.has(name)) {
      const counted = conditionOf(group.child, rollup);
      group.values.set(name, sql`${measuredBy(group.child, rollup)} filter (where ${counted})`);
    }
    const place = [...group.values.keys()].indexOf(name);
    return orNothing(rollup, raw(`${group.child.alias}_g.f${place}`));
  }

  /** The tables in which they are found, for each row one. */
  joins(): Fragment {
    return join(
      [...this.#groups.values()].map(({ child, of, values }) => {
        const columns = [...values.values()].map((value, place) => sql`${value} as ${raw(`f${place}`)}`);
        return sql` left join lateral (select ${join(columns, ', ')} from ${child.table()} ${raw(child.alias)}${child.joins()} where ${of}) ${raw(`${child.alias}_g`)} on true`;
      }),
      '',
    );
  }

  #begin(key: string, { by }: RollupOptions, children: (alias: string) => Children): Group {
    const child = children(`${this.#alias}_r${this.#groups.size + 1}`);
    const of = sql`${refersTo(child, by, this.#alias)} and ${child.condition('read')}`;
    const group = { child, of, values: new Map() };
    this.#groups.set(key, group);
    return group;
  }
}
