import { defineModule } from '#kernel/module.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { teamFolder } from './objects/team/team.ts';
import { userFolder } from './objects/user/user.ts';

/** Who works here, in which part of the company, in which role. */
export const administration = defineModule({
  name: 'administration',
  depends: [],
  objects: [userFolder, teamFolder],
  roles: ['administrator'],
  navigation: ['user', 'team'],
  locales: { en, 'zh-CN': zh },
});
