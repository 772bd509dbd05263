/** Surnames in China, the commonest first. */
export const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
  '欧阳',
  '上官',
  '司马',
  '诸葛',
];

export const givenNames = (
  '伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 涛 明 超 秀英 霞 平 刚 桂英 建国 志强 建华 文杰 晓明 海燕 雪梅 ' +
  '玉兰 春梅 志明 俊杰 浩然 子涵 梓轩 宇航 欣怡 雨桐 诗涵 思远 嘉豪 晨曦 佳慧 婉清 若溪 景行 立诚 云帆 ' +
  '晓峰 国栋 海波 永康 文博 天宇 明哲 博文 雅婷 慧敏 丽娟 红梅 秋菊 冬梅 少华 振华 光明 德胜 瑞霖 乐瑶'
).split(' ');

export const englishFirst = (
  'James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph ' +
  'Karen Thomas Emma Charles Olivia Daniel Sophie Matthew Grace Anthony Hannah Andrew Laura Kenji Yuki Priya ' +
  'Arjun Mateo Lucia Hans Ingrid Pierre Camille Omar Leila'
).split(' ');

export const englishLast = (
  'Smith Johnson Williams Brown Jones Miller Davis Clarke Wilson Anderson Taylor Moore Jackson Martin Lee Thompson ' +
  'White Harris Walker Young King Wright Hill Scott Green Adams Baker Nelson Tanaka Sato Sharma Patel Garcia ' +
  'Fernandez Müller Schneider Dubois Laurent Hassan Haddad'
).split(' ');

export const chineseTitles = (
  '总经理 副总经理 采购总监 采购经理 设备部部长 生产总监 技术总监 总工程师 财务总监 厂长 信息中心主任 项目经理 ' +
  '工艺工程师 采购主管 行政主管 质量经理'
).split(' ');

export const englishTitles = [
  'Chief Executive Officer',
  'Head of Procurement',
  'Purchasing Manager',
  'Plant Director',
  'Operations Director',
  'Engineering Manager',
  'Maintenance Manager',
  'Finance Director',
  'Project Manager',
  'Quality Manager',
];
