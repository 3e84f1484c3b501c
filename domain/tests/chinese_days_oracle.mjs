// Somebody else's calendar: what chinese-days knows of every day of some years, as JSON.
//
//     node chinese_days_oracle.mjs 2025 2026
import chineseDays from "chinese-days";

const { getDayDetail, isWorkday } = chineseDays;

// Holidays are named "National Day,国庆节,3"; other days by their weekday alone.
function told(day) {
  const [, name = null] = getDayDetail(day).name.split(",");
  return [isWorkday(day), name];
}

function* days(year) {
  const day = new Date(Date.UTC(year, 0, 1));
  for (; day.getUTCFullYear() === year; day.setUTCDate(day.getUTCDate() + 1)) {
    yield day.toISOString().slice(0, 10);
  }
}

const years = process.argv.slice(2).map(Number);
const all = years.flatMap((year) => [...days(year)]);
console.log(JSON.stringify(Object.fromEntries(all.map((day) => [day, told(day)]))));
