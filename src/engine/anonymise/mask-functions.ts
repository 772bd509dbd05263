/** Family and given names, common enough to be nobody's. */
const families =
  '王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹彭曾田董潘袁蔡蒋余杜叶程苏魏吕丁任沈姚卢';
const givenSigns =
  '伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超霞平刚玲辉鹏华红飞凤英梅鑫波斌宇浩凯健俊帆雪荣桂兰峰文武亮云龙清志远';
const signs =
  '云川明远海林峰原和安宁盛华泰恒信达通瑞祥丰润嘉德诚广新中天正大同方金玉石江河湖春夏秋冬晨星月光';
const latinFamilies =
  'Smith,Jones,Taylor,Brown,Wilson,Evans,Walker,White,Roberts,Green,Hall,Wood,Martin,Clarke,Hill,Baker,Carter,Morris,Cooper,Ward';
const latinGivens =
  'Anna,James,Emma,Oliver,Laura,Peter,Grace,Daniel,Alice,Henry,Clara,Simon,Julia,Martin,Nora,Victor,Helen,Oscar,Ruth,Leo';

/**
 * What masks values, as functions of one session: the same value becomes the same everywhere, and without the seed
 * nobody can tell from which it came. Shapes stay: Chinese stays Chinese, letters letters, digits digits.
 */
export function maskFunctions(seed: string): string {
  if (!/^[0-9a-f]{64}$/.test(seed)) throw new Error('A seed has 64 hexadecimal digits.');
  const made = (name: string, body: string) =>
    `create or replace function pg_temp.${name} returns text language plpgsql immutable strict as $$ ${body} $$`;
  return [
    `create or replace function pg_temp.number_of(value text, salt text) returns bigint language sql immutable strict as $$
       select ('x' || substr(encode(sha256(convert_to('${seed} ' || salt || ' ' || value, 'utf8')), 'hex'), 1, 12))::bit(48)::bigint $$`,
    `create or replace function pg_temp.digest_of(value text) returns text language sql immutable strict as $$
       select substr(encode(sha256(convert_to('${seed} digest ' || value, 'utf8')), 'hex'), 1, 14) $$`,
    made(
      'sign_from(signs text, value text, salt text)',
      `begin
       return substr(signs, 1 + (pg_temp.number_of(value, salt) % length(signs))::int, 1); end`,
    ),
    made(
      'mask_family(value text)',
      `begin
       if value ~ '[一-龥]' then return pg_temp.sign_from('${families}', value, 'family'); end if;
       return (string_to_array('${latinFamilies}', ','))[1 + pg_temp.number_of(lower(value), 'family') % 20]; end`,
    ),
    made(
      'mask_given(value text)',
      `begin
       if value ~ '[一-龥]' then return pg_temp.sign_from('${givenSigns}', value, 'given')
         || case when length(value) > 1 then pg_temp.sign_from('${givenSigns}', value, 'second') else '' end; end if;
       return (string_to_array('${latinGivens}', ','))[1 + pg_temp.number_of(lower(value), 'given') % 20]; end`,
    ),
    made(
      'mask_full(value text)',
      `declare family int; begin
       if value ~ '[一-龥]' then
         family := case when length(value) > 3 then 2 else 1 end;
         return pg_temp.mask_family(substr(value, 1, family)) || pg_temp.mask_given(substr(value, family + 1)); end if;
       if value !~ ' ' then return pg_temp.mask_family(value); end if;
       return pg_temp.mask_given(regexp_replace(value, ' [^ ]+$', '')) || ' ' || pg_temp.mask_family(substring(value from '[^ ]+$')); end`,
    ),
    made(
      'mask_email(value text)',
      `begin
       return 'p' || pg_temp.digest_of(lower(value)) || '@c' || substr(pg_temp.digest_of(split_part(lower(value), '@', 2)), 1, 6) || '.example'; end`,
    ),
    made(
      'mask_phone(value text)',
      `declare kept int := greatest(0, least(6, length(value) - 8)); begin
       return substr(value, 1, kept) || pg_temp.mask_text(substr(value, kept + 1)); end`,
    ),
    made(
      'mask_text(value text)',
      `declare masked text; sign text; seen text := ''; place int; round int := 0; begin
       loop
         masked := '';
         for place in 1..length(value) loop
           sign := substr(value, place, 1);
           masked := masked || case
             when sign ~ '[0-9]' then (pg_temp.number_of(value, round || 'd' || place) % 10)::text
             when sign ~ '[aeiou]' then pg_temp.sign_from('aeiou', value, round || 'v' || place)
             when sign ~ '[AEIOU]' then pg_temp.sign_from('AEIOU', value, round || 'v' || place)
             when sign ~ '[a-z]' then pg_temp.sign_from('bcdfgklmnprstvw', value, round || 'c' || place)
             when sign ~ '[A-Z]' then pg_temp.sign_from('BCDFGKLMNPRSTVW', value, round || 'c' || place)
             when sign ~ '[[:alpha:]]' or sign > '⺀' then pg_temp.sign_from('${signs}', value, round || 'h' || place)
             else sign end;
         end loop;
         round := round + 1;
         exit when masked <> value or value !~ '[[:alnum:]]' or round > 9;
       end loop;
       return masked; end`,
    ),
    made(
      'mask_day(value date)',
      `begin
       return (date_trunc('year', value)::date + (pg_temp.number_of(value::text, 'day') % 365)::int)::text; end`,
    ),
  ].join(';\n');
}
