/** What happens on a customer's side: its kind, what is said of it in Chinese and in English, how grave it is. */
export const happened = [
  ['complaint', '投诉主轴噪声超标', 'Complaint about spindle noise', 'high'],
  ['outage', '产线停机，等待备件', 'Line down, waiting for a spare part', 'critical'],
  ['deliveryDelay', '设备到货延迟一周', 'Machine arrived a week late', 'normal'],
  ['paymentOverdue', '上月货款逾期未付', 'Last month’s invoice is overdue', 'normal'],
  ['leadershipChange', '采购总监换人', 'New head of procurement', 'normal'],
  ['expansion', '新厂区奠基', 'Ground broken for a new plant', 'low'],
  ['relocation', '生产线搬迁至新园区', 'Production moves to a new site', 'low'],
] as const;

export const expected = [
  ['contractEnd', '年度维保合同到期', 'Yearly service contract ends', 'normal'],
  ['tender', '二期产线公开招标', 'Public tender for the second line', 'high'],
  ['anniversary', '建厂周年庆', 'Anniversary of the plant', 'low'],
] as const;

/** Why a colleague is away, in Chinese and in English, and for how many days at most. */
export const away = [
  ['leave', '年休假', 'Annual leave', 5],
  ['travel', '客户现场调试支持', 'Commissioning at a customer’s site', 4],
  ['training', '新产品培训', 'Training on the new machines', 2],
  ['sick', '病假', 'Sick leave', 2],
] as const;
