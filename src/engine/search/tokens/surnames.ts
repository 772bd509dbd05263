import { pinyin } from 'pinyin-pro';

/** Surnames of two characters that are read differently from the characters one by one. */
const COMPOUND: Readonly<Record<string, readonly string[]>> = {
  万俟: ['mo', 'qi'],
  尉迟: ['yu', 'chi'],
  长孙: ['zhang', 'sun'],
  澹台: ['tan', 'tai'],
  单于: ['chan', 'yu'],
  乐正: ['yue', 'zheng'],
  令狐: ['ling', 'hu'],
  子车: ['zi', 'ju'],
  中行: ['zhong', 'hang'],
};

/** Single surnames whose reading the dictionary lacks, or that families read in more than one way. */
const SINGLE: Readonly<Record<string, readonly string[]>> = {
  乐: ['yue', 'le'],
  覃: ['qin', 'tan'],
  秘: ['bi', 'mi'],
  翟: ['zhai', 'di'],
  都: ['du'],
  祭: ['zhai', 'ji'],
  佴: ['nai'],
  隗: ['wei', 'kui'],
  应: ['ying'],
  宓: ['mi', 'fu'],
  莘: ['shen', 'xin'],
  洗: ['xian'],
  强: ['qiang', 'jiang'],
  谌: ['chen', 'shen'],
  能: ['nai'],
  车: ['che'],
  石: ['shi'],
};

const known = new Map<string, readonly string[]>();

/** How a surname at the head of a name may be read: one list of spellings per character of the surname. */
export function surnameSpellings(name: readonly string[]): readonly (readonly string[])[] {
  const [first = '', second = ''] = name;
  const compound = COMPOUND[first + second];
  if (compound !== undefined) return compound.map((syllable) => [syllable]);
  return [SINGLE[first] ?? single(first)];
}

function single(character: string): readonly string[] {
  let spellings = known.get(character);
  if (spellings === undefined) {
    const [reading = character] = pinyin(character, {
      type: 'array',
      toneType: 'none',
      v: true,
      mode: 'surname',
    });
    spellings = reading === character ? [] : [reading];
    known.set(character, spellings);
  }
  return spellings;
}
