import { type Arrangement, createCodex, type Order } from '@codex-booking/sdk'
import { provide } from '@lit/context'
import { html, LitElement, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { BookingFlow } from '../booking-flow/booking-flow.js'
import type { CodexClient } from '../booking-flow/codex-client.js'
import { eventOf } from '../booking-flow/events.js'
import { flowContext, flowStateContext, localeContext } from '../booking-flow/flow-context.js'
import type { FlowState, TimeOfDay } from '../booking-flow/flow-state.js'
import '../codex-contact-form/codex-contact-form.js'
import '../codex-service-list/codex-service-list.js'
import '../codex-time-choice/codex-time-choice.js'
import { changed } from '../changed.styles.js'
import { defineElement } from '../define-element.js'
import { base, tokens } from '../tokens.styles.js'
import { localeOfWords } from '../words/phrases.js'
import { renderCard, renderSetup, renderWaiting } from './card.js'
import { bookingStyles } from './codex-booking.styles.js'
import { bookingView, type FlowView } from './flow-view.js'
import { PageLeave } from './page-leave.js'
import { addressProblem, pageProblem, presetProblem } from './setup-problem.js'
import { ShownFlow } from './shown-flow.js'

export type { BookedEvent, BookingErrorEvent, CancelledEvent, MovedEvent, StepEvent } from '../booking-flow/events.js'

/** Another value of one of these begins anew. */
const BEGINNINGS = [
  'api',
  'publishableKey',
  'codex',
  'now',
  'arrangement',
  'order',
  'partySize',
  'timeOfDay',
  'manageUrl',
]

/**
 * The booking form: services, a time, who comes, the confirmation. One card, one question at a time. On a page whose
 * address ends with the link of a visit, that visit, to be moved or cancelled.
 *
 * @tag codex-booking
 * @example
 * <script type="module" src="https://booking.example.test/widget/v1/codex-booking.js"></script>
 * <codex-booking api="https://booking.example.test" publishable-key="pk_demo"></codex-booking>
 *
 * @fires {StepEvent} codex-step - another question is asked
 * @fires {BookedEvent} codex-booked - a visit was booked; without personal data
 * @fires {CancelledEvent} codex-cancelled - the visit just booked, or opened by its link, was cancelled
 * @fires {MovedEvent} codex-moved - a visit was moved to another time; without personal data
 * @fires {BookingErrorEvent} codex-error - something failed that the client is told about
 * @attr {'light'|'dark'|'auto'} theme - the page's own `color-scheme` unless said
 * @csspart card - the whole
 * @csspart main - the side with the question
 * @csspart visit - the side with the visit
 * @csspart trail - the steps behind, as buttons in words
 * @csspart question - the heading
 * @cssproperty --codex-accent - what is chosen or can be done
 * @cssproperty --codex-ink - text
 * @cssproperty --codex-surface - the ground of the card
 * @cssproperty --codex-radius - corners
 * @cssproperty --codex-font - font family; the page's unless set
 * @cssproperty --codex-font-size - size of body text; all sizes follow it
 */
export class CodexBooking extends LitElement {
  static override styles = [tokens, base, changed, bookingStyles]

  /** The address of the booking API: `https://booking.example.test`. */
  @property() api = ''

  /** Says which site is meant: `pk_...`. It is not a secret. */
  @property({ attribute: 'publishable-key' }) publishableKey = ''

  /** BCP 47 language and region of dates, times and prices; the site's unless said. The words are English. */
  @property() locale = ''

  /**
   * How services lie to each other at first: `stages` (what the house lets overlap runs side by side where that is
   * shorter), `sequence` (one after the other), or `overlap` (everything beside everything, up to 5 services). The
   * visitor may choose otherwise where it makes a difference.
   */
  @property() arrangement: Arrangement = 'stages'

  /** Whether services that may overlap come where it is shortest (`any`), or in the order chosen (`asked`). */
  @property() order: Order = 'any'

  /** How many come together at first, 1 to 100. The visitor is asked where the services can take several. */
  @property({ attribute: 'party-size', type: Number }) partySize = 1

  /** The part of the day in which times are looked for at first: `any`, `morning`, `afternoon` or `evening`. */
  @property({ attribute: 'time-of-day' }) timeOfDay: TimeOfDay = 'any'

  /** The page on which a visit is looked after later, which needs a `<codex-booking>` too; this page unless said. */
  @property({ attribute: 'manage-url' }) manageUrl = ''

  /** A client of the SDK of one's own, in place of one made of `api` and `publishableKey`. */
  @property({ attribute: false }) codex: CodexClient | undefined

  /** The clock; the real one unless given. */
  @property({ attribute: false }) now: (() => Date) | undefined

  @provide({ context: flowContext })
  @state()
  private flow: BookingFlow | undefined

  @provide({ context: flowStateContext })
  @state()
  private flowState: FlowState | undefined

  @provide({ context: localeContext })
  @state()
  private wordsLocale = 'en'

  @state() private announcement = ''

  /** What the person who put the element on the page has to do. */
  @state() private setup: string | undefined

  @state() private view: FlowView = bookingView

  /** Why what is waited for does not come. */
  @state() private problem = ''

  @query('h2') private heading?: HTMLElement

  private unsubscribe: () => void = () => undefined

  private readonly shown = new ShownFlow(this, {
    publishableKey: () => this.publishableKey,
    manageUrl: () => this.manageUrl,
    flowOptions: () => {
      const { api, publishableKey, now, codex = createCodex({ api, publishableKey }) } = this
      return { codex, ...(now && { now }), onNews: (news) => this.dispatchEvent(eventOf(news)) }
    },
    presets: () => this.presets,
    show: (flow, view, problem = '') => {
      this.view = view
      this.problem = problem
      this.follow(flow)
    },
    focusHeading: () => this.focusHeading(),
    reveal: () => this.reveal(),
  })

  constructor() {
    super()
    this.addController(new PageLeave(this, () => this.flow))
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // Taken out of the page and put back: the flow goes on where it was.
    if (this.flow) this.follow(this.flow)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.unsubscribe()
  }

  override willUpdate(changed: PropertyValues): void {
    if (BEGINNINGS.some((name) => changed.has(name))) this.begin()
    const { catalogue } = this.flowState ?? {}
    const siteLocale = catalogue?.status === 'ready' ? catalogue.value.site.locale : ''
    this.wordsLocale = localeOfWords(this.locale || siteLocale || navigator.language)
  }

  override render() {
    return html`<div class="frame" lang="en" dir="ltr">${this.renderCard()}</div>`
  }

  private renderCard() {
    const { view, flow, flowState: state, setup, wordsLocale: locale, announcement, problem } = this
    if (setup !== undefined) return renderSetup(setup)
    if (flow === undefined || state === undefined) return renderWaiting(problem, () => this.shown.retry())
    return renderCard({
      view,
      flow,
      state,
      locale,
      announcement,
      problem,
      onRetry: () => (problem === '' ? void this.retry() : this.shown.retry()),
      onNext: () => this.goOn(),
      onShowVisit: () => this.renderRoot.querySelector('codex-visit-summary')?.focusHeading(),
    })
  }

  private get presets() {
    const { arrangement, order, partySize, timeOfDay } = this
    return { arrangement, order, partySize, timeOfDay }
  }

  private begin(): void {
    const { api, publishableKey, presets, manageUrl } = this
    this.setup =
      (this.codex ? undefined : addressProblem(api, publishableKey)) ?? presetProblem(presets) ?? pageProblem(manageUrl)
    if (this.setup === undefined) this.shown.begin()
    else this.shown.end()
  }

  private follow(flow: BookingFlow | undefined): void {
    this.unsubscribe()
    this.flow = flow
    this.flowState = flow?.state
    if (flow === undefined) return
    this.unsubscribe = flow.subscribe((after) => {
      const before = this.flowState ?? after
      this.flowState = after
      this.announcement = this.view.announcementOf(before, after, this.wordsLocale) ?? this.announcement
      if (this.view.isAnotherQuestion(before, after)) void this.focusHeading()
    })
  }

  /** The focus goes where the news is, and the page with it: the button that was pressed is gone. */
  private async focusHeading(): Promise<void> {
    await this.updateComplete
    this.heading?.focus({ preventScroll: true })
    await this.reveal()
  }

  private async reveal(): Promise<void> {
    await this.updateComplete
    const { top } = this.getBoundingClientRect()
    if (top < 0 || top > innerHeight) this.scrollIntoView({ block: 'start', behavior: 'instant' })
  }

  private async retry(): Promise<void> {
    const { flow } = this
    const loading = flow?.load()
    // The button that was pressed is gone at once, and the heading as well where it fails again.
    await this.focusHeading()
    await loading
    if (flow && this.view.failureOf(flow.state)) await this.focusHeading()
  }

  private goOn(): void {
    if (this.flowState?.step === 'services') void this.flow?.findTime()
    else this.flow?.enterDetails()
  }
}

defineElement('codex-booking', CodexBooking)

declare global {
  interface HTMLElementTagNameMap {
    'codex-booking': CodexBooking
  }
}
