import { administration } from '#domains/administration/module.ts';
import type { Module } from '#kernel/module.ts';

/** Every module of the product: the one list. */
export const modules: readonly Module[] = [administration];

/** The object whose records are the people who work here. */
export const people = 'administration.user';
