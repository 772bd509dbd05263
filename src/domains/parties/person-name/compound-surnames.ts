/** Surnames of two characters that are still borne. */
export const compoundSurnames: ReadonlySet<string> = new Set(
  (
    '欧阳 上官 司马 司徒 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 东方 西门 南宫 独孤 端木 百里 ' +
    '呼延 闻人 轩辕 澹台 赫连 万俟 钟离 濮阳 淳于 单于 太史 申屠 公羊 仲孙 东郭 宗政 拓跋 司空 第五 鲜于'
  ).split(' '),
);
