import { defineGuard } from '#kernel/guard.ts';
import { layoutSettingsFaults } from '#kernel/run-time/page-layout.ts';
import { isText, listOf } from '#kernel/shape.ts';

export const pageLayoutGuard = defineGuard({
  object: 'administration.pageLayout',
  fields: ['settings', 'recordTypes'],
  check: ({ after }) => [
    ...layoutSettingsFaults(after.settings ?? {}, 'settings'),
    ...(listOf(isText)(after.recordTypes ?? []) ? [] : [{ field: 'recordTypes', code: 'notAList' }]),
  ],
});
