import type { DayState } from '@codex-booking/sdk/contract'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import { classMap } from 'lit/directives/class-map.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import { defineElement } from '../define-element.js'
import { formatDate, formatMonth, formatWeekday } from '../format/date.js'
import { numberFormatter } from '../format/formatters.js'
import { base, tokens } from '../tokens.styles.js'
import { calendarStyles } from './codex-calendar.styles.js'
import { dayWords, markedStates } from './day-words.js'
import { addMonths, dateByKey, daysOfMonth, isMonth, monthOf, weekdayDates, weeksOfMonth } from './month-grid.js'
import { firstWeekday, type Weekday } from './week-start.js'

/** Detail: the month now shown, `2027-03`. */
export type MonthChangeEvent = CustomEvent<{ month: string }>
/** Detail: the chosen day, `2027-03-16`; always one that can be booked. */
export type DateSelectEvent = CustomEvent<{ date: string }>

const LONGEST_WEEKDAY = 4

const arrow = (path: string) => html`<svg
  class="arrow"
  aria-hidden="true"
  width="18"
  height="18"
  viewBox="0 0 18 18"
  fill="none"
  stroke="currentColor"
  stroke-width="1.75"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d=${path} />
</svg>`

/**
 * A month of which the days that can be booked can be chosen.
 *
 * Keyboard: one tab stop; arrows by day and week, Home and End within the week, PageUp and PageDown by
 * month, Enter or Space to choose. Days that cannot be booked take the focus too, and say why not.
 *
 * ```html
 * <codex-calendar month="2027-03" today="2027-03-09" min-month="2027-03" locale="en-GB"></codex-calendar>
 * ```
 *
 * @fires {MonthChangeEvent} codex-month-change - another month is shown; its days are wanted
 * @fires {DateSelectEvent} codex-date-select - a day was chosen
 * @csspart header - the line with the month and the buttons beside it
 * @csspart month - the name of the month
 * @csspart previous - the button to the month before
 * @csspart next - the button to the month after
 * @csspart grid - the table of days
 * @csspart weekday - the name of a weekday
 * @csspart day - a day; also `available`, `today` and `selected` where it is
 * @csspart legend - what the marks on days mean
 */
export class CodexCalendar extends LitElement {
  static override styles = [tokens, base, calendarStyles]

  /** The month shown, `2027-03`. The element moves it itself when the visitor turns the page. */
  @property() month = ''

  /** What each day is. While it holds no day of the month shown, the month counts as loading. */
  @property({ attribute: false }) days: ReadonlyMap<string, DayState> | undefined

  /** The chosen day, `2027-03-16`, or nothing. The element sets it when the visitor chooses. */
  @property() selected = ''

  /** Today in the calendar of the site, `2027-03-09`; marked with a dot. */
  @property() today = ''

  /** The first month that can be shown, or '' for no limit. */
  @property({ attribute: 'min-month' }) minMonth = ''

  /** The last month that can be shown, or '' for no limit. */
  @property({ attribute: 'max-month' }) maxMonth = ''

  /** BCP 47 language of names and the first day of the week; '' for the browser's. */
  @property() locale = ''

  /** The day that holds the tab stop, once the visitor has moved there. */
  @state() private focusDate = ''

  private shouldFocusDay = false

  override render() {
    if (!isMonth(this.month)) return nothing
    const firstDay = firstWeekday(this.locale)
    const isLoading = !this.isLoaded()
    return html`
      <div class="header" part="header">
        ${this.renderTurn(-1)}
        <h3 id="month" part="month" aria-live="polite">${formatMonth(this.month, this.locale)}</h3>
        ${this.renderTurn(1)}
      </div>
      <table role="grid" part="grid" aria-labelledby="month" aria-busy=${isLoading} @keydown=${this.onKeydown}>
        <thead>
          ${this.renderWeekdays(firstDay)}
        </thead>
        <tbody class=${classMap({ loading: isLoading })}>
          ${weeksOfMonth(this.month, firstDay).map(
            (week) => html`<tr>${week.map((date) => (date === null ? html`<td></td>` : this.renderDay(date)))}</tr>`,
          )}
        </tbody>
      </table>
      ${this.renderLegend()}
    `
  }

  protected override updated(_changed: PropertyValues<this>): void {
    if (!this.shouldFocusDay) return
    this.shouldFocusDay = false
    this.renderRoot.querySelector<HTMLElement>('button[tabindex="0"]')?.focus()
  }

  private renderTurn(months: 1 | -1) {
    const path = months < 0 ? 'M11 4 6 9l5 5' : 'm7 4 5 5-5 5'
    // Stays focusable at the limit: a button that disables itself under the finger drops the focus.
    return html`<button
      type="button"
      class="icon-button"
      part=${months < 0 ? 'previous' : 'next'}
      aria-label=${months < 0 ? 'Previous month' : 'Next month'}
      aria-disabled=${!this.canShow(addMonths(this.month, months))}
      @click=${() => this.turnTo(addMonths(this.month, months))}
    >
      ${arrow(path)}
    </button>`
  }

  private renderWeekdays(firstDay: Weekday) {
    const names = weekdayDates(firstDay).map((date) => ({
      long: formatWeekday(date, 'long', this.locale),
      short: formatWeekday(date, 'short', this.locale),
      narrow: formatWeekday(date, 'narrow', this.locale),
    }))
    // Some languages shorten nothing; theirs do not fit into a seventh of the width.
    const isLong = names.some(({ short }) => short.length > LONGEST_WEEKDAY)
    return html`<tr class=${classMap({ 'is-long': isLong })}>
      ${names.map(
        ({ long, short, narrow }) => html`<th scope="col" part="weekday" aria-label=${long}>
          <span class="short" aria-hidden="true">${short}</span>
          <span class="narrow" aria-hidden="true">${narrow}</span>
        </th>`,
      )}
    </tr>`
  }

  private renderDay(date: string) {
    const dayState = this.days?.get(date)
    const isAvailable = dayState === 'available'
    const isSelected = date === this.selected
    const isToday = date === this.today
    const names = [
      'day',
      dayState ?? 'unknown',
      ...(isAvailable ? ['available'] : []),
      ...(isToday ? ['today'] : []),
      ...(isSelected ? ['selected'] : []),
    ]
    return html`<td aria-selected=${isSelected}>
      <button
        type="button"
        class=${names.join(' ')}
        part=${names.filter((name) => ['day', 'available', 'today', 'selected'].includes(name)).join(' ')}
        data-date=${date}
        tabindex=${date === this.tabStop() ? 0 : -1}
        aria-label=${this.labelOf(date)}
        aria-current=${ifDefined(isToday ? 'date' : undefined)}
        aria-disabled=${!isAvailable}
        @click=${() => this.select(date)}
        @focus=${() => {
          this.focusDate = date
        }}
      >
        <span class="number">${numberFormatter(this.locale, {}).format(Number(date.slice(8)))}</span>
      </button>
    </td>`
  }

  // Seen, not read: the label of each day says the same in words.
  private renderLegend() {
    const inMonth = this.isLoaded() ? daysOfMonth(this.month).map((date) => this.days?.get(date)) : []
    return html`<ul class="legend" part="legend" aria-hidden="true">
      ${markedStates.map((mark) =>
        inMonth.includes(mark) ? html`<li><span class="sample ${mark}">12</span> ${dayWords[mark]}</li>` : nothing,
      )}
      ${monthOf(this.today) === this.month ? html`<li><span class="sample dot"></span> today</li>` : nothing}
    </ul>`
  }

  private labelOf(date: string): string {
    const dayState = this.days?.get(date)
    const name = formatDate(date, 'long', this.locale)
    return dayState === undefined ? name : `${name}, ${dayWords[dayState]}`
  }

  private isLoaded(): boolean {
    return daysOfMonth(this.month).some((date) => this.days?.has(date))
  }

  private tabStop(): string {
    const days = daysOfMonth(this.month)
    const wanted = [this.focusDate, this.selected, this.today].find((date) => days.includes(date))
    return wanted ?? days.find((date) => this.days?.get(date) === 'available') ?? days[0] ?? ''
  }

  private canShow(month: string): boolean {
    return (this.minMonth === '' || month >= this.minMonth) && (this.maxMonth === '' || month <= this.maxMonth)
  }

  private turnTo(month: string): void {
    if (month === this.month || !this.canShow(month)) return
    this.month = month
    this.dispatchEvent(new CustomEvent('codex-month-change', { detail: { month }, bubbles: true, composed: true }))
  }

  private select(date: string): void {
    if (this.days?.get(date) !== 'available') return
    this.selected = date
    this.dispatchEvent(new CustomEvent('codex-date-select', { detail: { date }, bubbles: true, composed: true }))
  }

  private onKeydown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const firstDay: Weekday = firstWeekday(this.locale)
    const date = dateByKey(event.key, this.tabStop(), firstDay, this.matches(':dir(rtl)'))
    if (date === undefined) return
    event.preventDefault()
    if (!this.canShow(monthOf(date))) return
    this.focusDate = date
    this.shouldFocusDay = true
    this.turnTo(monthOf(date))
    this.requestUpdate()
  }
}

defineElement('codex-calendar', CodexCalendar)

declare global {
  interface HTMLElementTagNameMap {
    'codex-calendar': CodexCalendar
  }
  interface HTMLElementEventMap {
    'codex-month-change': MonthChangeEvent
    'codex-date-select': DateSelectEvent
  }
}
