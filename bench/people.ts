/** Small, even random numbers from a seed, the same on every machine (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红鑫宇浩子轩梓涵欣怡佳琪俊雨晨思嘉文博',
];
const cities = ['苏州', '上海', '深圳', '杭州', '成都', '武汉', '西安', '青岛', '宁波', '长沙'];
const trades = [
  '精密机械',
  '电子科技',
  '新能源',
  '物流',
  '食品',
  '软件',
  '医疗器械',
  '汽车零部件',
  '建工',
  '环保',
];
const words = [
  '恒',
  '瑞',
  '远',
  '航',
  '鼎',
  '盛',
  '嘉',
  '华',
  '中',
  '联',
  '宏',
  '达',
  '金',
  '泰',
  '兴',
  '业',
];

type Random = (below: number) => number;
const one = (random: Random, from: readonly string[]) => from[random(from.length)] as string;

export function personName(random: Random): { readonly lastName: string; readonly firstName: string } {
  const firstName = one(random, given) + (random(3) > 0 ? one(random, given) : '');
  return { lastName: one(random, surnames), firstName };
}

export function companyName(random: Random): string {
  return `${one(random, cities)}${one(random, words)}${one(random, words)}${one(random, words)}${one(random, trades)}有限公司`;
}

export function mobile(random: Random): string {
  return `13${random(10)}${String(random(100_000_000)).padStart(8, '0')}`;
}
