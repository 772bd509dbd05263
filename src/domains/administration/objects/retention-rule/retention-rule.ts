import type { ObjectFolder } from '#kernel/module.ts';
import { retentionRule } from './retention-rule.object.ts';

/** Set by administrators; what each would take away is shown on its page. */
export const retentionRuleFolder: ObjectFolder = { object: retentionRule };
