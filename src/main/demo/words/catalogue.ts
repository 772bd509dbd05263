/** What Hengyue Industrial makes: name, code, series, price in yuan, unit. */
export const catalogue = [
  ['衡岳 H3 数控系统', 'HY-H3', '数控系统', 68000, '套'],
  ['衡岳 H5 数控系统', 'HY-H5', '数控系统', 126000, '套'],
  ['衡岳 H8 五轴数控系统', 'HY-H8', '数控系统', 298000, '套'],
  ['MX-2 立式加工中心', 'MX-2', '加工中心', 385000, '台'],
  ['MX-5 五轴加工中心', 'MX-5', '加工中心', 1280000, '台'],
  ['MX-7 龙门加工中心', 'MX-7', '加工中心', 2150000, '台'],
  ['R6 六轴工业机器人', 'R6', '机器人', 156000, '台'],
  ['R20 重载机器人', 'R20', '机器人', 268000, '台'],
  ['C5 协作机器人', 'C5', '机器人', 98000, '台'],
  ['S1 温度传感器', 'S1-T', '传感器', 380, '只'],
  ['S2 振动传感器', 'S2-V', '传感器', 1260, '只'],
  ['S5 激光位移传感器', 'S5-L', '传感器', 4800, '只'],
  ['岳瞳视觉检测系统', 'YT-100', '视觉检测', 186000, '套'],
  ['岳瞳在线测量系统', 'YT-300', '视觉检测', 325000, '套'],
  ['衡云设备物联平台', 'HC-IOT', '软件', 220000, '年'],
  ['衡云生产执行系统', 'HC-MES', '软件', 480000, '套'],
  ['AGV-500 搬运机器人', 'AGV-500', '智能物流', 118000, '台'],
  ['立体仓储系统', 'WMS-3', '智能物流', 1680000, '套'],
  ['金牌维保服务', 'SV-GOLD', '服务', 36000, '年'],
  ['现场调试服务', 'SV-SITE', '服务', 2400, '人天'],
  ['操作培训', 'SV-TRAIN', '服务', 8800, '期'],
] as const;

/** What a deal is about, in both languages. */
export const projects = [
  ['产线自动化改造', 'line automation'],
  ['数控系统采购', 'CNC retrofit'],
  ['智能仓储项目', 'smart warehouse'],
  ['机器人焊接工作站', 'robotic welding cell'],
  ['视觉检测升级', 'vision inspection upgrade'],
  ['设备联网平台', 'connected machines platform'],
  ['年度维保框架', 'annual service agreement'],
  ['新厂区设备采购', 'equipment for the new plant'],
  ['传感器批量订购', 'sensor supply'],
  ['加工中心采购', 'machining centre purchase'],
] as const;
