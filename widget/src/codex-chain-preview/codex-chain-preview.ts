import type { Resource, Service, Slot } from '@codex-booking/sdk/contract'
import { html, LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { defineElement } from '../define-element.js'
import { formatDuration } from '../format/duration.js'
import { formatTime } from '../format/time.js'
import { base, tokens } from '../tokens.styles.js'
import { chainPreviewStyles, MOST_LANES } from './codex-chain-preview.styles.js'
import { place } from './place.js'
import { emPerMinute, type ServiceBlock, type TimeLine, timeLine, type WaitBlock } from './time-line.js'
import { tintsOf } from './tints.js'

/** Below this height, in em, the name and the rest share a line. */
const TWO_LINES = 3.4

const joining: Record<Resource['kind'], string> = { person: 'with', room: 'in', device: 'with' }

/**
 * The visit drawn to scale: who does what, when, and where the client waits.
 *
 * The drawing is an ordered list, laid out on a grid: every row is as high as its minutes, and higher only where
 * text would not fit (the times at its edges say what it stands for). So nothing is ever cut off, however long a
 * name or large the text, and a screen reader hears the visit in order. Where services run side by side and there is
 * no room for that, the list is shown as it is, with its times.
 *
 * ```html
 * <codex-chain-preview time-zone="Europe/Berlin" locale="en-GB"></codex-chain-preview>
 * ```
 *
 * @tag codex-chain-preview
 * @csspart drawing - the whole
 * @csspart time - a time at the side
 * @csspart block - a service, in the tint of who does it
 * @csspart wait - a wait between services
 * @cssproperty --codex-lane-1 - ground of the first person's blocks; up to `--codex-lane-8`
 * @cssproperty --codex-lane-1-ink - text on it; up to `--codex-lane-8-ink`
 * @cssproperty --codex-ink - text
 * @cssproperty --codex-muted - times and waits
 * @cssproperty --codex-line - hairlines
 * @cssproperty --codex-surface - the ground that other colours are mixed with
 * @cssproperty --codex-radius - corners
 * @cssproperty --codex-font - font family
 * @cssproperty --codex-font-size - size of body text
 */
export class CodexChainPreview extends LitElement {
  static override styles = [tokens, base, chainPreviewStyles]

  /**
   * The time whose visit is drawn; null draws nothing.
   * (Not called `slot`: every element has a `slot` of its own.)
   */
  @property({ attribute: false }) visit: Slot | null = null

  /** The services of the site, for their names. */
  @property({ attribute: false }) services: readonly Service[] = []

  /** The people and things of the site, for their names; a person keeps the tint of their place in this list. */
  @property({ attribute: false }) resources: readonly Resource[] = []

  /** IANA zone of the wall clock that times are told by. */
  @property({ attribute: 'time-zone' }) timeZone = 'UTC'

  /** BCP 47 language of times; '' for the browser's. */
  @property() locale = ''

  override render() {
    const visit = this.visit
    if (visit === null || visit.items.length === 0) return nothing
    const line = timeLine(visit.items)
    const tints = tintsOf(visit.items, this.resources)
    const em = emPerMinute(line.rows.reduce((sum, minutes) => sum + minutes, 0))
    const grid = {
      'grid-template-rows': line.rows.map((minutes) => `minmax(${(minutes * em).toFixed(3)}em, auto)`).join(' '),
      'grid-template-columns': `max-content repeat(${line.columns}, minmax(0, 1fr))`,
    }
    // A new drawing for another time, so that it fades in instead of jumping.
    return keyed(
      visit.start,
      html`<div class="drawing" part="drawing" data-lanes=${Math.min(line.lanes, MOST_LANES)} ${place(grid)}>
        <div class="axis" aria-hidden="true">${this.renderAxis(line)}</div>
        <ol role="list" aria-label="Your visit, ${this.between(visit.start, visit.end)}">
          ${line.blocks.map((block) =>
            block.kind === 'wait'
              ? this.renderWait(block)
              : this.renderService(block, tints.get(block.item.resourceId) ?? 1, block.minutes * em < TWO_LINES),
          )}
        </ol>
      </div>`,
    )
  }

  private renderAxis({ cuts, rows }: TimeLine) {
    return cuts.map((cut, index) => {
      const isLast = index === rows.length
      const row = { 'grid-row': String(isLast ? index : index + 1) }
      const last = isLast ? 'last' : ''
      return html`<span class="time ${last}" part="time" ${place(row)}>${this.timeOf(cut)}</span>
        <span class="hairline ${last}" ${place(row)}></span>`
    })
  }

  private renderService(block: ServiceBlock, tint: number, isBrief: boolean) {
    const { item, minutes, isMeanwhile } = block
    const service = this.services.find(({ id }) => id === item.serviceId)
    const resource = this.resources.find(({ id }) => id === item.resourceId)
    const duration = formatDuration(minutes, this.locale)
    const who = resource ? `${joining[resource.kind]} ${resource.name}` : ''
    const details = [who, duration, isMeanwhile ? 'meanwhile' : ''].filter((detail) => detail !== '').join(', ')
    return html`<li class="block ${isBrief ? 'brief' : ''}" part="block" data-tint=${tint} ${place(gridArea(block))}>
      ${this.renderWhen(item)}
      <b>${service?.name ?? 'Service'}</b>
      <span class="details">${details}</span>
    </li>`
  }

  private renderWait(block: WaitBlock) {
    return html`<li class="wait" part="wait" ${place(gridArea(block))}>
      ${this.renderWhen(block)}
      ${formatDuration(block.minutes, this.locale)} wait
    </li>`
  }

  // Heard, and seen where there is no room for the drawing.
  private renderWhen({ start, end }: { start: string; end: string }) {
    return html`<span class="when visually-hidden">${this.between(start, end)}<span class="colon">: </span></span>`
  }

  private timeOf(instant: string): string {
    return formatTime(instant, this.timeZone, this.locale)
  }

  private between(start: string, end: string): string {
    return `${this.timeOf(start)} to ${this.timeOf(end)}`
  }
}

function gridArea(block: ServiceBlock | WaitBlock): Record<string, string> {
  return {
    'grid-row': `${block.rowStart} / ${block.rowEnd}`,
    'grid-column': `${block.columnStart} / ${block.columnEnd}`,
  }
}

defineElement('codex-chain-preview', CodexChainPreview)

declare global {
  interface HTMLElementTagNameMap {
    'codex-chain-preview': CodexChainPreview
  }
}
