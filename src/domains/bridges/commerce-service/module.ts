import { defineModule } from '#kernel/module.ts';
import { extensions } from './extensions.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

/** What buying and complaining together tell of a customer, and what each side sees of the other. */
export const commerceService = defineModule({
  name: 'commerceService',
  depends: ['commerce', 'service', 'activities'],
  objects: [],
  extensions,
  roles: [],
  navigation: [],
  locales: { en, 'zh-CN': zh },
});
