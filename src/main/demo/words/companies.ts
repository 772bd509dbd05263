/** Brands of companies in China: two characters that sound well. */
export const brands = (
  '恒力 金鼎 华泰 中远 鑫源 博瑞 盛达 天成 宏图 瑞丰 三一川 万联 永兴 新锐 德昌 安泰 启明 远航 东方红 兴业 长丰 ' +
  '同创 汇智 海天蓝 正大 龙腾 嘉禾 康宁 卓越 晨光 百川 精诚 九州通 腾飞 光华 凌云 昆仑 泰山石 岳麓 湘江'
).split(' ');

/** What such companies do: the words of the name and the industry. */
export const trades = [
  ['精密机械', 'manufacturing'],
  ['重工', 'manufacturing'],
  ['汽车零部件', 'manufacturing'],
  ['电子科技', 'technology'],
  ['智能装备', 'technology'],
  ['软件', 'software'],
  ['新能源', 'energy'],
  ['电力设备', 'energy'],
  ['医疗器械', 'medical'],
  ['制药', 'medical'],
  ['食品', 'manufacturing'],
  ['物流', 'logistics'],
  ['建工', 'construction'],
  ['通信技术', 'telecommunications'],
  ['商贸', 'retail'],
  ['农业科技', 'agriculture'],
  ['轨道交通装备', 'manufacturing'],
] as const;

export const suffixes = ['有限公司', '有限公司', '有限公司', '股份有限公司', '集团有限公司'] as const;

export const foreignNames = [
  'Northgate Machining',
  'Albrecht Antriebstechnik',
  'Kestrel Automation',
  'Harbour Foods',
  'Tanaka Seiki',
  'Blue Ridge Energy',
  'Oakfield Logistics',
  'Meridian Medical',
  'Sundaram Castings',
  'Lumière Packaging',
  'Ironbridge Rail',
  'Pacific Cold Chain',
  'Rheintal Pumpen',
  'Great Lakes Bearings',
  'Vector Robotics',
  'Sakura Electronics',
  'Delta Process Systems',
  'Westfield Textiles',
  'Orchid Pharma',
  'Atlas Harbour Cranes',
] as const;

export const foreignSuffixes: Readonly<Record<string, string>> = {
  Germany: 'GmbH',
  'United Kingdom': 'Ltd',
  'United States': 'Inc.',
  Japan: 'K.K.',
  India: 'Pvt. Ltd.',
  Singapore: 'Pte. Ltd.',
  France: 'S.A.S.',
};
