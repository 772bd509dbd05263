import { defineModule } from '#kernel/module.ts';
import { extensions } from './extensions.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

/** Where offers and deals become orders. */
export const salesCommerce = defineModule({
  name: 'salesCommerce',
  depends: ['sales', 'commerce', 'catalogue'],
  objects: [],
  extensions,
  roles: [],
  navigation: [],
  locales: { en, 'zh-CN': zh },
});
