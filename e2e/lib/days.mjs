// Days, as the invented town's office counts them.

const ZONE = "Europe/Moscow";

/** The day `n` days from today, as a person writes it. */
export function daysFromToday(n) {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(new Date()).split("-").map(Number);
  const date = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2] + n));
  return { day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() };
}

export const daysAgo = (n) => daysFromToday(-n);
