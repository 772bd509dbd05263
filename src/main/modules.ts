import { activities } from '#domains/activities/module.ts';
import { administration } from '#domains/administration/module.ts';
import { catalogue } from '#domains/catalogue/module.ts';
import { parties } from '#domains/parties/module.ts';
import { sales } from '#domains/sales/module.ts';
import type { Module } from '#kernel/module.ts';

/** Every module of the product: the one list. */
export const modules: readonly Module[] = [parties, sales, catalogue, activities, administration];

/** The object whose records are the people who work here. */
export const people = 'administration.user';
