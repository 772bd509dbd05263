import { getDayDetail, getLunarDate, getLunarFestivals, getSolarTerms } from 'chinese-days';

/** What the calendar of China, or that of the company, says of a day. */
export interface DayNote {
  /** Its festival, the solar term that begins, or its place in the month of the moon. */
  readonly text: string;
  /** It stands out: a festival, a solar term or the first of a month. */
  readonly special: boolean;
  /** Off work by decree, or at work on a day that else were free. */
  readonly work?: 'off' | 'on';
  /** It is the company that says so. */
  readonly ofCompany?: true;
}

const fixed: Readonly<Record<string, string>> = { '01-01': '元旦', '05-01': '劳动节', '10-01': '国庆节' };
const festivals = ['春节', '元宵节', '端午节', '七夕节', '中元节', '中秋节', '重阳节', '腊八节', '除夕'];

/** The notes of some days; which days are free by decree is known for past years and the one that is announced. */
export function dayNotes(days: readonly string[]): ReadonlyMap<string, DayNote> {
  const [first, last] = [days[0], days.at(-1)];
  const named = new Map(
    getLunarFestivals(first, last).flatMap(({ date, name }) => {
      const known = name.find((each) => festivals.includes(each));
      return known === undefined ? [] : [[date, known] as const];
    }),
  );
  const terms = new Map(getSolarTerms(first, last).map(({ date, name }) => [date, name]));
  return new Map(
    days.map((day) => [day, noteOf(day, named.get(day) ?? fixed[day.slice(5)] ?? terms.get(day))]),
  );
}

function noteOf(day: string, name: string | undefined): DayNote {
  const { lunarDay, lunarDayCN, lunarMonCN, isLeap } = getLunarDate(day);
  const month = `${isLeap ? '闰' : ''}${lunarMonCN}`;
  const { work, name: told } = getDayDetail(day);
  // Days that a decree names are told as `National Day,国庆节,3`, others by their weekday.
  const decreed = told.includes(',') ? { work: work ? ('on' as const) : ('off' as const) } : {};
  return {
    text: name ?? (lunarDay === 1 ? month : lunarDayCN),
    special: name !== undefined || lunarDay === 1,
    ...decreed,
  };
}
