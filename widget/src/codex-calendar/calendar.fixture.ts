import type { DayState } from '@codex-booking/sdk/contract'
import { fixture } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import './codex-calendar.js'
import type { CodexCalendar } from './codex-calendar.js'
import { daysOfMonth } from './month-grid.js'

const states: Record<string, DayState> = {
  '2027-03-07': 'closed',
  '2027-03-09': 'notice',
  '2027-03-11': 'fully-booked',
  '2027-03-12': 'no-resource',
  '2027-03-31': 'beyond-horizon',
}
const daysOf = (month: string) =>
  new Map(daysOfMonth(month).map((date) => [date, states[date] ?? (date < '2027-03-09' ? 'past' : 'available')]))

export const march = daysOf('2027-03')

export const calendar = (properties: Partial<CodexCalendar> = {}) =>
  fixture<CodexCalendar>(
    Object.assign(document.createElement('codex-calendar'), {
      month: '2027-03',
      days: march,
      today: '2027-03-09',
      locale: 'en-GB',
      ...properties,
    }),
  )

export const root = (element: CodexCalendar) => element.renderRoot as ShadowRoot
export const day = (element: CodexCalendar, date: string) => {
  const found = root(element).querySelector<HTMLButtonElement>(`[data-date="${date}"]`)
  if (found === null) throw new Error(`${date} is not shown`)
  return found
}
export const focused = (element: CodexCalendar) => root(element).activeElement?.getAttribute('data-date')
export const labelled = (element: CodexCalendar, label: string) => {
  const found = root(element).querySelector<HTMLButtonElement>(`[aria-label="${label}"]`)
  if (found === null) throw new Error(`There is no "${label}"`)
  return found
}

export const press = async (element: CodexCalendar, ...keys: string[]) => {
  for (const key of keys) await sendKeys({ press: key })
  await element.updateComplete
}
