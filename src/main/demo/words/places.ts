export interface City {
  readonly city: string;
  readonly region: string;
  /** Prefix of fixed lines. */
  readonly code: string;
  readonly postalCode: string;
}

/** Where customers in China are. */
export const cities: readonly City[] = [
  ['长沙', '湖南省', '0731', '410000'],
  ['湘潭', '湖南省', '0731', '411100'],
  ['株洲', '湖南省', '0731', '412000'],
  ['衡阳', '湖南省', '0734', '421000'],
  ['武汉', '湖北省', '027', '430000'],
  ['上海', '上海市', '021', '200000'],
  ['苏州', '江苏省', '0512', '215000'],
  ['南京', '江苏省', '025', '210000'],
  ['无锡', '江苏省', '0510', '214000'],
  ['杭州', '浙江省', '0571', '310000'],
  ['宁波', '浙江省', '0574', '315000'],
  ['合肥', '安徽省', '0551', '230000'],
  ['广州', '广东省', '020', '510000'],
  ['深圳', '广东省', '0755', '518000'],
  ['佛山', '广东省', '0757', '528000'],
  ['东莞', '广东省', '0769', '523000'],
  ['成都', '四川省', '028', '610000'],
  ['重庆', '重庆市', '023', '400000'],
  ['西安', '陕西省', '029', '710000'],
  ['北京', '北京市', '010', '100000'],
  ['天津', '天津市', '022', '300000'],
  ['青岛', '山东省', '0532', '266000'],
  ['沈阳', '辽宁省', '024', '110000'],
  ['郑州', '河南省', '0371', '450000'],
].map(([city = '', region = '', code = '', postalCode = '']) => ({ city, region, code, postalCode }));

export const streets =
  '湘江中路 芙蓉大道 解放路 工业大道 创新路 科技园路 人民东路 长江路 黄河路 和平街 建设路 高新大道 滨河路 港口路'.split(
    ' ',
  );

export const foreignPlaces = [
  ['Hamburg', 'Germany', '+49 40'],
  ['Stuttgart', 'Germany', '+49 711'],
  ['Birmingham', 'United Kingdom', '+44 121'],
  ['Leeds', 'United Kingdom', '+44 113'],
  ['Cleveland', 'United States', '+1 216'],
  ['Houston', 'United States', '+1 713'],
  ['Osaka', 'Japan', '+81 6'],
  ['Pune', 'India', '+91 20'],
  ['Singapore', 'Singapore', '+65'],
  ['Lyon', 'France', '+33 4'],
] as const;
