import type { DayState } from '@codex-booking/sdk/contract'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import { classMap } from 'lit/directives/class-map.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import { defineElement } from '../define-element.js'
import { formatDate, formatMonth } from '../format/date.js'
import { numberFormatter } from '../format/formatters.js'
import { base, tokens } from '../tokens.styles.js'
import { calendarStyles } from './codex-calendar.styles.js'
import { dayWords } from './day-words.js'
import { legend } from './legend.js'
import { addMonths, dateByKey, daysOfMonth, isMonth, monthOf, weeksOfMonth } from './month-grid.js'
import { turnArrow } from './turn-arrow.js'
import { firstWeekday } from './week-start.js'
import { weekdayRow } from './weekday-row.js'

/** Detail: the month now shown, `2027-03`. */
export type MonthChangeEvent = CustomEvent<{ month: string }>
/** Detail: the chosen day, `2027-03-16`; always one that can be booked. */
export type DateSelectEvent = CustomEvent<{ date: string }>

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
 * @tag codex-calendar
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
 * @cssproperty --codex-accent - the chosen day, the dot of today, the focus ring
 * @cssproperty --codex-accent-ink - the number of the chosen day
 * @cssproperty --codex-ink - text
 * @cssproperty --codex-muted - days that cannot be booked
 * @cssproperty --codex-line - hairlines
 * @cssproperty --codex-surface - the ground that other colours are mixed with
 * @cssproperty --codex-radius - corners
 * @cssproperty --codex-font - font family
 * @cssproperty --codex-font-size - size of body text
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

  /** The part of the day that `days` was asked for, `evening`: others may have time. '' for the whole day. */
  @property({ attribute: 'part-of-day' }) partOfDay = ''

  /** The day that holds the tab stop, once the visitor has moved there. */
  @state() private focusDate = ''

  private shouldFocusDay = false

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Who chooses a day for the visitor moves the tab stop there.
    if (changed.has('selected') && this.selected !== '') this.focusDate = this.selected
  }

  override render() {
    if (!isMonth(this.month)) return nothing
    const firstDay = firstWeekday(this.locale)
    const isLoading = !this.isLoaded()
    const tabStop = this.tabStop()
    return html`
      <div class="header" part="header">
        ${this.renderTurn(-1)}
        <h3 id="month" part="month" aria-live="polite">${formatMonth(this.month, this.locale)}</h3>
        ${this.renderTurn(1)}
      </div>
      <table role="grid" part="grid" aria-labelledby="month" aria-busy=${isLoading} @keydown=${this.onKeydown}>
        <thead>
          ${weekdayRow(firstDay, this.locale)}
        </thead>
        <tbody class=${classMap({ loading: isLoading })}>
          ${weeksOfMonth(this.month, firstDay).map(
            (week) =>
              html`<tr>${week.map((date) => (date === null ? html`<td></td>` : this.renderDay(date, tabStop)))}</tr>`,
          )}
        </tbody>
      </table>
      ${legend(
        daysOfMonth(this.month).map((date) => this.days?.get(date)),
        monthOf(this.today) === this.month,
        this.partOfDay,
      )}
    `
  }

  protected override updated(): void {
    if (!this.shouldFocusDay) return
    this.shouldFocusDay = false
    this.focus()
  }

  /** Puts the focus on the day that Tab leads to. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('button[tabindex="0"]')?.focus(options)
  }

  private renderTurn(months: 1 | -1) {
    // Stays focusable at the limit: a button that disables itself under the finger drops the focus.
    return html`<button
      type="button"
      class="icon-button"
      part=${months < 0 ? 'previous' : 'next'}
      aria-label=${months < 0 ? 'Previous month' : 'Next month'}
      aria-disabled=${!this.canShow(addMonths(this.month, months))}
      @click=${() => this.turnTo(addMonths(this.month, months))}
    >
      ${turnArrow(months)}
    </button>`
  }

  private renderDay(date: string, tabStop: string) {
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
        tabindex=${date === tabStop ? 0 : -1}
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

  private labelOf(date: string): string {
    const dayState = this.days?.get(date)
    const name = formatDate(date, 'long', this.locale)
    // Of a cell's aria-selected, a screen reader says nothing when the focus is on the button inside.
    if (date === this.selected) return `${name}, selected`
    return dayState === undefined ? name : `${name}, ${dayWords(dayState, this.partOfDay)}`
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
    const firstDay = firstWeekday(this.locale)
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
  interface GlobalEventHandlersEventMap {
    'codex-month-change': MonthChangeEvent
    'codex-date-select': DateSelectEvent
  }
}
