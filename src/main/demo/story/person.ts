import { pinyin } from 'pinyin-pro';
import type { Random } from '../random.ts';
import {
  chineseTitles,
  englishFirst,
  englishLast,
  englishTitles,
  givenNames,
  surnames,
} from '../words/names.ts';

/** Somebody with a name, a title and ways to be reached. */
export function person(random: Random, english: boolean, domain: string): Readonly<Record<string, unknown>> {
  return english ? englishPerson(random, domain) : chinesePerson(random, domain);
}

function chinesePerson(random: Random, domain: string) {
  const rank = Math.floor(random.next() ** 1.7 * surnames.length);
  const lastName = surnames[rank] as string;
  const mobile = `1${random.pick(['38', '39', '36', '50', '58', '86', '88', '77'])}${random.digits(8)}`;
  const firstName = random.pick(givenNames);
  const spelt = pinyin(`${lastName}${firstName}`, { toneType: 'none', type: 'array' }).join('');
  return {
    lastName,
    firstName,
    title: random.pick(chineseTitles),
    mobile,
    email: `${spelt.replace(/[^a-z]/g, '')}@${domain}`,
    ...(random.chance(0.6) && { wechat: `wx_${mobile.slice(-7)}` }),
  };
}

function englishPerson(random: Random, domain: string) {
  const [firstName, lastName] = [random.pick(englishFirst), random.pick(englishLast)];
  const plain = `${firstName}.${lastName}`
    .toLowerCase()
    .replace(/ü/g, 'ue')
    .replace(/[^a-z.]/g, '');
  return {
    firstName,
    lastName,
    title: random.pick(englishTitles),
    phone: `+${random.whole(31, 49)} ${random.digits(3)} ${random.digits(7)}`,
    email: `${plain}@${domain}`,
  };
}
