import type { Action } from './action.ts';
import type { Automation } from './automation.ts';
import type { DeclaredReports } from './declared-report.ts';
import type { Extension } from './extension.ts';
import type { Guard } from './guard.ts';
import type { NotificationKind } from './notification.ts';
import type { ObjectDeclaration } from './object.ts';
import type { Policy } from './policy.ts';
import type { PublicForm } from './public-form.ts';
import type { Views } from './view.ts';

/** An object and everything declared about it. */
export interface ObjectFolder {
  readonly object: ObjectDeclaration;
  readonly guard?: Guard;
  readonly policy?: Policy;
  readonly views?: Views;
  readonly reports?: DeclaredReports;
  readonly actions?: readonly Action[];
  readonly automations?: readonly Automation[];
  readonly notifications?: readonly NotificationKind[];
  /** Its records are forms that strangers fill in. */
  readonly publicForm?: PublicForm;
  /** What the object, its fields, choices and views are called, unless the module's locale files say it. */
  readonly texts?: Readonly<Record<'en' | 'zh-CN', Texts>>;
}

/** Texts of a module in one language, nested as in the locale files; a list holds other names for one thing. */
export interface Texts {
  readonly [key: string]: string | readonly string[] | Texts;
}

/** One business domain at a glance. */
export interface Module {
  readonly name: string;
  readonly depends: readonly string[];
  /** No company can be without it. */
  readonly essential?: true;
  readonly objects: readonly ObjectFolder[];
  /** What it adds to objects of the modules that it depends on. */
  readonly extensions?: readonly Extension[];
  readonly roles: readonly string[];
  /** Short names of the objects in the rail, in order. */
  readonly navigation: readonly string[];
  /** Texts that everybody can begin with, whose names and words stand in its locale files. */
  readonly templates?: readonly string[];
  readonly locales: Readonly<Record<'en' | 'zh-CN', Texts>>;
}

export function defineModule(module: Module): Module {
  return Object.freeze(module);
}
