import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { labelsOf } from '#engine/http/labels.ts';
import { problemText } from '#engine/http/texts.ts';
import { compose } from '#kernel/registry.ts';
import { modules, people } from '#main/modules.ts';

const registry = compose(modules, people);
const locales = ['en', 'zh-CN'] as const;
type Leaves = ReadonlyMap<string, string>;

const files = globSync('src/**/locales/*en.json').map((path) => ({
  path,
  en: leavesOf(path),
  zh: leavesOf(path.replace(/en\.json$/, 'zh-CN.json')),
}));

describe('texts', () => {
  for (const { path, en, zh } of files) {
    it(`${path} says everything in both languages`, () => {
      const alike = (key: string) => key.replace(/_(one|other|zero|few|many)$/, '');
      const names = (leaves: Leaves) => [...new Set([...leaves.keys()].map(alike))].sort();
      assert.deepEqual(names(zh), names(en));
      for (const [key, text] of en) {
        const chinese = zh.get(key) ?? zh.get(`${alike(key)}_other`) ?? zh.get(alike(key));
        assert.ok(text.trim() !== '' && chinese !== undefined && chinese.trim() !== '', key);
        const [left, right] = [blanks(chinese), blanks(text)].sort((one, other) => one.length - other.length);
        assert.ok(
          key !== alike(key) || left?.every((name) => right?.includes(name)),
          `${key} fills in other things in Chinese`,
        );
        if (/[a-z]{4}/i.test(strip(text)) && text === chinese) assert.ok(mayBeAlike(text), `${key}: ${text}`);
      }
    });
  }

  for (const locale of locales) {
    it(`${locale}: every object, field, choice, view, report and verb has a name`, () => {
      const labels = labelsOf(registry, locale);
      const nameless: string[] = [];
      const check = (what: string, raw: string, label: string | undefined) => {
        if (label === undefined || label.trim() === '' || (label === raw && !mayBeAlike(raw)))
          nameless.push(what);
        else if (locale === 'en' && /\p{Script=Han}/u.test(label) && raw !== 'zh-CN') nameless.push(what);
      };
      for (const object of registry.objects.values()) {
        check(object.name, object.name, labels.object(object, 'label'));
        check(`${object.name} in plural`, object.name, labels.object(object, 'plural'));
        for (const [name, field] of object.allFields) {
          check(`${object.name}.${name}`, name, labels.field(object, name));
          for (const { value } of field.choices ?? [])
            check(`${object.name}.${name} ${value}`, value, labels.choice(object, name, value));
        }
        for (const { name } of object.views?.views ?? [])
          check(`${object.name} ${name}`, name, labels.view(object, name));
        for (const { name, dashboard } of object.reports) {
          check(`${object.name} report ${name}`, name, labels.report(object, name));
          if (dashboard) check(`dashboard ${dashboard}`, dashboard, labels.dashboard(dashboard));
        }
        for (const name of Object.keys(object.views?.page?.sections ?? {}))
          check(`${object.name} section ${name}`, name, labels.section(object, name));
      }
      for (const { name: module, templates = [] } of registry.modules)
        for (const name of templates)
          for (const part of ['label', 'body'])
            check(`template ${name}`, name, labels.text([module, 'templates', name, part], name));
      for (const name of [...registry.actions.keys(), ...registry.automations.map((one) => one.name)])
        check(name, name, labels.verb(name));
      assert.deepEqual(nameless, []);
    });

    it(`${locale}: every code of a refusal has a text`, () => {
      const silent = [...codes()].filter((code) => problemText(locale, code, {}, registry.modules) === code);
      assert.deepEqual(silent, []);
    });
  }
});

/** The codes that the sources refuse with. */
function codes(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of globSync('src/{kernel,engine,domains}/**/*.ts')) {
    if (/\.test\.ts$|\/identity\/|\/testing\//.test(path)) continue;
    const text = readFileSync(path, 'utf8');
    for (const [, code] of text.matchAll(/new Unacceptable\('(\w+)'|\bfield: [^,{}]+, code: '(\w+)'/g)) {
      if (code !== undefined) found.add(code);
    }
    for (const [, code] of text.matchAll(/\bfield: [^,{}]+, code: '(\w+)'/g))
      if (code !== undefined) found.add(code);
  }
  for (const object of registry.objects.values())
    for (const { code } of object.declaration.rules) found.add(code);
  return found;
}

/** Names and signs that are written alike in every language. */
function mayBeAlike(text: string): boolean {
  return /^[A-Z0-9 .,&/+*·–—…:%-]+$/.test(text) || alike.has(text);
}

const alike = new Set(['English', '中文', 'Guanxi', 'E-mail', 'LinkedIn', 'WhatsApp', 'OpenID Connect']);

function strip(text: string): string {
  return text.replaceAll(/\{\{?[^}]*\}?\}/g, '');
}

function blanks(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{?\s*(\w+)/g)].map(([, name]) => name ?? ''))].sort();
}

function leavesOf(path: string): Leaves {
  const found = new Map<string, string>();
  const walk = (value: unknown, at: string): void => {
    if (typeof value === 'string') found.set(at, value);
    else if (Array.isArray(value)) return;
    else
      for (const [key, inner] of Object.entries(value as object))
        walk(inner, at === '' ? key : `${at}.${key}`);
  };
  walk(JSON.parse(readFileSync(path, 'utf8')), '');
  return found;
}
