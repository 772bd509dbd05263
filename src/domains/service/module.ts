import { defineModule } from '#kernel/module.ts';
import { customerExtensions } from './customers/customers.extensions.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { caseFolder } from './objects/case/case.ts';

/** Help for customers after they have bought. */
export const service = defineModule({
  name: 'service',
  depends: ['administration', 'parties', 'activities', 'catalogue'],
  objects: [caseFolder],
  extensions: customerExtensions,
  roles: ['serviceManager', 'serviceAgent'],
  navigation: ['case'],
  locales: { en, 'zh-CN': zh },
});
