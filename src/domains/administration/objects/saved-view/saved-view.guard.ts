import { defineGuard } from '#kernel/guard.ts';
import { viewSettingsFaults } from '#kernel/view-settings.ts';

export const savedViewGuard = defineGuard({
  object: 'administration.savedView',
  fields: ['settings'],
  check: ({ after }) => viewSettingsFaults(after.settings ?? {}, 'settings'),
});
