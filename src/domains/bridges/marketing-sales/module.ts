import { defineModule } from '#kernel/module.ts';
import { extensions } from './extensions.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

/** Where campaigns meet leads and deals. */
export const marketingSales = defineModule({
  name: 'marketingSales',
  depends: ['marketing', 'sales'],
  objects: [],
  extensions,
  roles: [],
  navigation: [],
  locales: { en, 'zh-CN': zh },
});
