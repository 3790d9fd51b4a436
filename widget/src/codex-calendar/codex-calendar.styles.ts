import { css } from 'lit'

export const calendarStyles = css`
  :host {
    container-type: inline-size;
    inline-size: 100%;
    max-inline-size: 28em;
  }

  .header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    margin-block-end: 8px;
  }

  h3 {
    min-inline-size: 0;
    font-weight: 600;
    text-align: center;
  }

  .arrow:dir(rtl) {
    transform: scaleX(-1);
  }

  .icon-button[aria-disabled='true'] {
    color: var(--_line);
  }

  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 2px;
    table-layout: fixed;
    font-variant-numeric: tabular-nums;
  }

  th {
    position: relative;
    padding: 4px 0;
    color: var(--_muted);
    font-size: var(--_text-small);
    font-weight: 400;
    line-height: 1.45;
  }

  td {
    padding: 0;
  }

  .day {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 100%;
    aspect-ratio: 1;
    min-block-size: calc(var(--_text) * 2.4);
    max-block-size: calc(var(--_text) * 3.2);
    border: 1px solid transparent;
    border-radius: var(--_radius-small);
    color: var(--_muted);
    /* At twice the text size on a small screen, seven numbers still stand side by side. */
    font-size: min(var(--_text-small), 10cqi);
  }

  /* Over its neighbours, and hardly into them. */
  .day:focus-visible {
    z-index: 1;
    outline-offset: 1px;
  }

  .number {
    line-height: 1;
  }

  /* Days that can be booked are larger and bolder too, not only of another colour. */
  .day.available {
    color: var(--_ink);
    font-size: min(var(--_text), 11cqi);
    font-weight: 560;
  }

  .fully-booked {
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }

  .notice {
    text-decoration: underline dotted;
    text-underline-offset: 0.25em;
  }

  .today::after {
    content: '';
    position: absolute;
    inset-block-end: 8%;
    inline-size: 5px;
    block-size: 5px;
    border-radius: 50%;
    background: currentColor;
  }

  .day.today:not(.selected)::after,
  .dot {
    background: var(--_accent-text);
  }

  .day.selected {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_accent-ink);
  }

  .loading .day:not(.selected) {
    background: var(--_skeleton);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    min-block-size: 1.45em;
    margin-block-start: 8px;
    color: var(--_muted);
    font-size: var(--_text-small);
  }

  .dot {
    display: inline-block;
    inline-size: 5px;
    block-size: 5px;
    margin-inline-end: 2px;
    border-radius: 50%;
    vertical-align: middle;
  }

  .narrow,
  .is-long .short {
    display: none;
  }

  .is-long .narrow {
    display: inline;
  }

  @container (max-width: 17em) {
    .short {
      display: none;
    }

    .narrow {
      display: inline;
    }
  }

  @media (hover: hover) {
    .day.available:not(.selected):hover {
      background: var(--_soft);
    }
  }

  @media (pointer: coarse) {
    /* Seven days side by side on a small screen: they touch, so that each gets all the room there is. */
    table {
      border-spacing: 0;
    }

    .day {
      min-block-size: max(44px, calc(var(--_text) * 2.4));
      max-block-size: max(44px, calc(var(--_text) * 3.2));
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .loading .day:not(.selected) {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .day {
      border-color: Canvas;
      color: GrayText;
    }

    .day.available {
      border-color: ButtonBorder;
      color: ButtonText;
    }

    .icon-button[aria-disabled='true'] {
      color: GrayText;
    }

    .day.selected {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }

    .day.today:not(.selected)::after,
    .dot {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`
