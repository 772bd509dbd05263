import type { Registry } from '#kernel/registry.ts';
import { columnsOf } from '../fields/columns.ts';
import { labelsOf } from '../http/labels.ts';

/** What each object and field is, in both languages, and in which columns of its file it stands. */
export function archiveGuide(registry: Registry): object {
  const [en, zh] = [labelsOf(registry, 'en'), labelsOf(registry, 'zh-CN')];
  const objects = [...registry.objects.values()].filter(
    ({ declaration }) => declaration.unites === undefined,
  );
  return Object.fromEntries(
    objects.map((object) => [
      object.name,
      {
        label: { en: en.object(object, 'plural'), 'zh-CN': zh.object(object, 'plural') },
        file: `records/${object.name}.jsonl`,
        fields: Object.fromEntries(
          [...object.fields].map(([name, field]) => [
            name,
            {
              label: { en: en.field(object, name), 'zh-CN': zh.field(object, name) },
              type: field.type,
              columns: columnsOf(name, field).map((column) => column.name),
              ...(field.target !== undefined && { refersTo: field.target }),
              ...(field.choices !== undefined && {
                choices: Object.fromEntries(
                  Object.keys(field.choices).map((value) => [
                    value,
                    { en: en.choice(object, name, value), 'zh-CN': zh.choice(object, name, value) },
                  ]),
                ),
              }),
            },
          ]),
        ),
      },
    ]),
  );
}

/** What lies in the archive and how it is read. */
export const archiveReadme = `All that a company keeps in Guanxi / 企业在“关系”中的全部数据
===============================================================

Text is UTF-8. A file *.jsonl has one JSON object to a line (https://jsonlines.org); times are ISO 8601.
文本均为 UTF-8 编码；*.jsonl 文件每行一个 JSON 对象；时间采用 ISO 8601 格式。

company.json       name, currencies, language and time zone          企业名称、币种、语言与时区
objects.json       what each object and field is, in both languages  对象与字段说明（中英文）
records/           the records of each object; with deletedAt set    各对象的记录；deletedAt 有值的在回收站中
                   they lie in the bin
further/           what belongs to no object: links between records, 其余数据：记录间关联、导入、通知等
                   imports, notifications, numbers given out
history.jsonl      every change ever made: who, when, before, after  全部变更历史：何人、何时、前值、后值
audit.jsonl        sign-ins, exports, changes of rights              审计日志：登录、导出、权限变更等
sign-ins.jsonl     who may sign in; neither passwords nor keys       可登录人员；不含密码与密钥
files.jsonl        name, type and size of each file                  文件名、类型与大小
files/             the files, each by its id and name                文件内容，以标识与文件名命名
SHA256SUMS         check with: sha256sum -c SHA256SUMS               校验和，用 sha256sum -c SHA256SUMS 核对

References between records are ids. Money stands in two columns, amount and currency.
记录之间以 id 引用；金额由数额与币种两列组成。
`;
