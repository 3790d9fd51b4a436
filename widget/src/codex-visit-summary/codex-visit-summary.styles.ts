import { css } from 'lit'

export const visitSummaryStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }

  .muted {
    color: var(--_muted);
    font-size: calc(var(--_text) * 0.933);
  }

  .top p {
    margin-block-start: 2px;
  }

  .chosen {
    display: grid;
    gap: 10px;
  }

  .item {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 10px;
    align-items: center;
    padding-block: 10px 6px;
    padding-inline: 13px 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    background: var(--_surface);
  }

  .item b {
    font-weight: 600;
  }

  .item > .figures {
    padding-inline-end: 5px;
    text-align: end;
  }

  .who {
    justify-self: start;
    min-inline-size: 0;
  }

  .who.select {
    margin-inline-start: -6px;
  }

  .day {
    grid-column: 1 / -1;
    color: var(--_muted);
    font-size: var(--_text-small);
  }

  .tools {
    display: flex;
    justify-self: end;
  }

  .tools .icon-button {
    inline-size: 30px;
    block-size: 30px;
  }

  .tools .icon {
    inline-size: 16px;
    block-size: 16px;
  }

  .tip {
    padding: 12px 14px;
    border-radius: var(--_radius-small);
    background: var(--_tint);
    font-size: calc(var(--_text) * 0.9);
  }

  .savings {
    display: grid;
    gap: 6px;
  }

  .savings li {
    display: flex;
    gap: 10px;
  }

  .savings .icon {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin-block-start: 1px;
    color: var(--_tint-ink);
  }

  .sums {
    display: grid;
    gap: 6px;
    padding-block-start: 14px;
    border-block-start: 1px solid var(--_line);
    font-size: calc(var(--_text) * 0.933);
  }

  .sums div {
    display: flex;
    justify-content: space-between;
    gap: 12px;
  }

  /* A compound as long as the line breaks, and leaves the price where one can read it. */
  .sums dt {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .sums dd {
    text-align: end;
    white-space: nowrap;
  }

  .total {
    font-size: var(--_text-subheading);
    font-weight: 640;
  }

  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .stage > * {
    grid-area: 1 / 1;
    align-self: start;
  }

  /* Keeps free what the highest drawing of the day needs: the card does not jump as the pointer moves over times. */
  .room {
    display: none;
    visibility: hidden;
  }

  @container (min-width: 50.6em) {
    .room {
      display: block;
    }
  }

  .skeleton.line {
    display: block;
    inline-size: 6em;
    block-size: 1em;
    margin-block: 0.25em;
  }

  .skeleton.long {
    inline-size: 12em;
    block-size: 0.9em;
  }

  @media (pointer: coarse) {
    .tools .icon-button {
      inline-size: 44px;
      block-size: 44px;
    }
  }
`
