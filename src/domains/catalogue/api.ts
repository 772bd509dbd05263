import { lineAmount } from './pricing/line-amount.ts';
import { lineGuard } from './pricing/line-guard.ts';
import { lineViews } from './pricing/line-views.ts';
import { copyOfLine } from './pricing/lines-of.ts';
import { linePrice, lineRules, priced } from './pricing/priced.ts';
import { amountOfLines, linesTotal } from './pricing/priced-lines.ts';
import { refuseSettled } from './pricing/settled.ts';

/** What other domains may use of this one: lines of documents, and the documents that they make up. */
export const pricing = {
  trait: priced,
  rules: lineRules,
  line: linePrice,
  lineGuard,
  lineViews,
  lineAmount,
  copyOfLine,
  linesTotal,
  amountOfLines,
  refuseSettled,
};
