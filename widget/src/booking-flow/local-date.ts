/** The day that it is at an instant in a time zone, `2027-03-16`. */
export const dateIn = (timeZone: string, instant: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant)

/** `addDays('2027-02-28', 1)` is `2027-03-01`. */
export const addDays = (date: string, days: number): string => {
  const noon = new Date(`${date}T12:00:00Z`)
  noon.setUTCDate(noon.getUTCDate() + days)
  return noon.toISOString().slice(0, 10)
}

/** The month of a date or of an instant with the site's offset, `2027-03`. */
export const monthOf = (date: string): string => date.slice(0, 7)

/** The day of an instant as it stands in the site's zone: answers carry the site's offset. */
export const dateOf = (instant: string): string => instant.slice(0, 10)

export const laterOf = (date: string, other: string): string => (date.localeCompare(other) > 0 ? date : other)
