import { mobile, personName, randomFrom } from './people.ts';
import type { Scale } from './scale.ts';
import { idOf } from './seed.ts';

/** One request, as the load client sends it. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: object;
}

/** The same question to the product and to the floor. */
export interface Case {
  readonly name: string;
  /** Share of the floor's rate that the product aims at. */
  readonly aim: number;
  /** How many ask at once, where not everybody does. */
  readonly clients?: number;
  /** How many times as long a round takes, where an answer takes seconds. */
  readonly patience?: number;
  product(): Asked;
  floor(): Asked;
  /** Asks the product as somebody who sees a hundredth of the records; the floor is its own answer to who sees all. */
  readonly representative?: true;
  /** Asks with 20 objects and 50 fields of the company's own in force; the floor is the same server without them. */
  readonly own?: true;
}

const stages = ['prospecting', 'engaging', 'qualification', 'proposal', 'negotiation', 'won', 'lost'];
const sought = [
  'zhangwei',
  'wangfang',
  'lijuan',
  '张伟',
  '王芳',
  'liuyang',
  'chenjing',
  '周涛',
  'xuhui',
  '赵敏',
];

/** What is measured, on a company of this size. */
export function casesFor(scale: Scale): readonly Case[] {
  const random = randomFrom(11);
  const contact = () => idOf(2, random(scale.contacts));
  const stage = () => stages[random(stages.length)] as string;
  const person = () => ({
    ...personName(random),
    mobile: mobile(random),
    account: idOf(1, random(scale.accounts)),
  });
  const q = () => sought[random(sought.length)] as string;
  const get = (path: string): Asked => ({ method: 'GET', path });
  /** What rights cost: the same list for a representative and for the administrator. */
  const seen = (name: string, path: string): Case => ({
    name: `${name}, of 1 % for who sees no more`,
    ...{ aim: 0.8, representative: true, product: () => get(path), floor: () => get(path) },
  });
  const contacts = '/api/records/contact?select=name,title,mobile,account.name&limit=60';
  return [
    {
      name: 'read one record',
      aim: 0.8,
      product: () => get(`/api/records/contact/${contact()}`),
      floor: () => get(`/read/${contact()}`),
    },
    {
      name: 'list 60 by stage, sorted, with names and count',
      aim: 0.8,
      product: () =>
        get(
          `/api/records/opportunity?where=${encodeURIComponent(JSON.stringify({ stage: stage() }))}&sort=closeDate&select=name,stage,closeDate,amount,account.name&count=true&limit=60`,
        ),
      floor: () => get(`/list/${stage()}`),
    },
    seen(
      'list the newest 60 deals',
      '/api/records/opportunity?select=name,stage,closeDate,amount,account.name&limit=60',
    ),
    seen('list the newest 60 contacts', contacts),
    {
      name: 'list the newest 60 contacts, with 20 objects and 50 fields of the company’s own',
      ...{ aim: 0.95, own: true },
      ...{ product: () => get(contacts), floor: () => get(contacts) },
    },
    {
      name: 'search a person',
      aim: 0.8,
      product: () => get(`/api/search?q=${encodeURIComponent(q())}&objects=contact&limit=20`),
      floor: () => get(`/search/${encodeURIComponent(q())}`),
    },
    {
      name: 'group by stage with sums',
      aim: 0.8,
      // It reads every opportunity; more at once would only stand in line, for longer than a round.
      ...{ clients: 4, patience: 3 },
      product: () => get('/api/records/opportunity/aggregate?groupBy=stage&measures=count,sum(amount)'),
      floor: () => get('/group'),
    },
    {
      name: 'create a contact',
      aim: 0.6,
      product: () => ({ method: 'POST', path: '/api/records/contact', body: person() }),
      floor: () => ({ method: 'POST', path: '/contact', body: person() }),
    },
    {
      name: 'update a field',
      aim: 0.6,
      product: () => ({
        method: 'PATCH',
        path: `/api/records/contact/${contact()}`,
        body: { title: `经理 ${random(1e9)}` },
      }),
      floor: () => ({
        method: 'PATCH',
        path: `/contact/${contact()}`,
        body: { title: `经理 ${random(1e9)}` },
      }),
    },
  ];
}
