import { defineModule } from '#kernel/module.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { absenceFolder } from './objects/absence/absence.ts';
import { accessAlarmFolder } from './objects/access-alarm/access-alarm.ts';
import { automationFolder } from './objects/automation/automation.ts';
import { customFieldFolder } from './objects/custom-field/custom-field.ts';
import { customObjectFolder } from './objects/custom-object/custom-object.ts';
import { dataHandlingFolder } from './objects/data-handling/data-handling.ts';
import { departmentFolder } from './objects/department/department.ts';
import { departureFolder } from './objects/departure/departure.ts';
import { duplicateRuleFolder } from './objects/duplicate-rule/duplicate-rule.ts';
import { pageLayoutFolder } from './objects/page-layout/page-layout.ts';
import { preservationFolder } from './objects/preservation/preservation.ts';
import { recordTypeFolder } from './objects/record-type/record-type.ts';
import { retentionRuleFolder } from './objects/retention-rule/retention-rule.ts';
import { roleRightFolder } from './objects/role-right/role-right.ts';
import { savedViewFolder } from './objects/saved-view/saved-view.ts';
import { shareFolder } from './objects/share/share.ts';
import { sharingRuleFolder } from './objects/sharing-rule/sharing-rule.ts';
import { teamFolder } from './objects/team/team.ts';
import { territoryFolder } from './objects/territory/territory.ts';
import { userFolder } from './objects/user/user.ts';
import { validationRuleFolder } from './objects/validation-rule/validation-rule.ts';
import { webhookFolder } from './objects/webhook/webhook.ts';

/** Who works here, in which part of the company, in which role, and what is shared with whom. */
export const administration = defineModule({
  name: 'administration',
  depends: [],
  essential: true,
  objects: [
    userFolder,
    departmentFolder,
    teamFolder,
    territoryFolder,
    shareFolder,
    sharingRuleFolder,
    roleRightFolder,
    absenceFolder,
    customObjectFolder,
    customFieldFolder,
    retentionRuleFolder,
    preservationFolder,
    dataHandlingFolder,
    departureFolder,
    accessAlarmFolder,
    savedViewFolder,
    recordTypeFolder,
    pageLayoutFolder,
    validationRuleFolder,
    duplicateRuleFolder,
    webhookFolder,
    automationFolder,
  ],
  roles: ['administrator'],
  navigation: [
    'user',
    'department',
    'team',
    'territory',
    'absence',
    'sharingRule',
    'retentionRule',
    'preservation',
    'dataHandling',
  ],
  locales: { en, 'zh-CN': zh },
});
