import { html } from 'lit'
import { classMap } from 'lit/directives/class-map.js'
import { formatWeekday } from '../format/date.js'
import { weekdayDates } from './month-grid.js'
import type { Weekday } from './week-start.js'

const LONGEST = 4

/** The head of the grid: the weekdays, in full for those who hear them, short for those who see them. */
export function weekdayRow(firstDay: Weekday, locale: string) {
  const names = weekdayDates(firstDay).map((date) => ({
    long: formatWeekday(date, 'long', locale),
    short: formatWeekday(date, 'short', locale),
    narrow: formatWeekday(date, 'narrow', locale),
  }))
  // Some languages shorten nothing; theirs do not fit into a seventh of the width.
  const isLong = names.some(({ short }) => short.length > LONGEST)
  return html`<tr class=${classMap({ 'is-long': isLong })}>
    ${names.map(
      ({ long, short, narrow }) => html`<th scope="col" part="weekday">
        <span class="visually-hidden">${long}</span>
        <span class="short" aria-hidden="true">${short}</span>
        <span class="narrow" aria-hidden="true">${narrow}</span>
      </th>`,
    )}
  </tr>`
}
