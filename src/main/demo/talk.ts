import type { Happening } from './happening.ts';
import { identifierAt } from './identifier.ts';
import type { Random } from './random.ts';

const hour = 3_600_000;

/** What colleagues say to each other about the newest deals, and how it is answered. */
const sayings = [
  ['客户希望本周内看到正式报价，请帮忙确认折扣。', '折扣已确认，今天下午发出。'],
  ['对方更换了采购负责人，下次拜访前请先了解情况。', '收到，我约了周四见面。'],
  ['The customer asks for a reference in the same industry.', 'I will ask the plant in Suzhou.'],
] as const;

/** Colleagues talk about deals in the making: the administrator asks, and who has it looks into it and answers. */
export function talk(
  random: Random,
  now: number,
  story: readonly Happening[],
  administrator: string,
): readonly Happening[] {
  const deals = story.filter(
    ({ kind, object, at }) => kind === 'create' && object === 'opportunity' && at < now - 24 * hour,
  );
  return deals.slice(-sayings.length).flatMap(({ id, by }, place): readonly Happening[] => {
    const [question, answer] = sayings[place] as (typeof sayings)[number];
    const asked = now - (20 - place * 3) * hour;
    const [thread, reply] = [identifierAt(random, asked), identifierAt(random, asked + hour)];
    const say = (one: string, at: number, author: string, values: object): Happening => ({
      ...{ kind: 'create', object: 'comment', id: one, at, by: author },
      values: { author, ...values },
    });
    const seen = asked + hour / 2;
    return [
      say(thread, asked, administrator, {
        regarding: { object: 'opportunity', id },
        body: `<p>${question}</p>`,
      }),
      {
        ...{ kind: 'create', object: 'reaction', id: identifierAt(random, seen), at: seen },
        ...{ by, values: { comment: thread, sign: 'look', person: by } },
      },
      say(reply, asked + hour, by, { thread, body: `<p>${answer}</p>` }),
    ];
  });
}
