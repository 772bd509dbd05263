import { fold } from '../search/fold.ts';

/** Legal forms and generic endings of company names, the longest first so that none hides behind a shorter one. */
const chinese = [
  '股份有限责任公司',
  '有限责任公司',
  '股份有限公司',
  '集团有限公司',
  '控股有限公司',
  '科技有限公司',
  '有限公司',
  '股份公司',
  '分公司',
  '总公司',
  '公司',
  '集团',
];
const western =
  /[\s,]+(incorporated|inc|corporation|corp|company|co|limited|ltd|llc|llp|plc|gmbh|ag|kg|sa|sas|sarl|srl|spa|bv|nv|ab|oy|as|pty|pte|kk|group|holdings?)$/;

/** A company's name without what says only how it is incorporated: 华为技术有限公司 → 华为技术, Acme Co., Ltd. → acme. */
export function withoutLegalForm(name: string): string {
  let rest = fold(name)
    .replace(/[()[\]"'.]/g, '')
    .trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    const ending = chinese.find((form) => rest.endsWith(form) && rest.length > form.length + 1);
    rest = (ending === undefined ? rest : rest.slice(0, -ending.length))
      .replace(western, '')
      .replace(/[\s,&-]+$/, '');
  }
  return rest;
}
