import { css } from 'lit'

export const slotPickerStyles = css`
  :host {
    position: relative;
  }

  section + section {
    margin-block-start: 20px;
  }

  h4 {
    margin-block-end: 8px;
    color: var(--_muted);
    font-size: var(--_text-small);
    font-weight: 560;
    letter-spacing: 0.02em;
  }

  .times {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(5.8em, 100%), 1fr));
    gap: 8px;
    font-variant-numeric: tabular-nums;
  }

  .time {
    display: grid;
    align-content: center;
    min-block-size: 60px;
    padding: 8px 4px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    line-height: 1.35;
    text-align: center;
  }

  .start {
    font-weight: 600;
  }

  .end,
  .wait,
  .price {
    font-size: var(--_text-small);
  }

  .end,
  .price {
    color: var(--_muted);
  }

  .selected {
    border-color: var(--_accent-text);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_accent-text);
    color: var(--_tint-ink);
  }

  .selected :is(.end, .price) {
    color: inherit;
  }

  .taken {
    border-style: dashed;
    background: var(--_soft);
    color: var(--_muted);
  }

  .taken .start {
    font-weight: 400;
    text-decoration: line-through;
  }

  .empty {
    color: var(--_muted);
  }

  div:has(section) + .empty {
    margin-block-start: 20px;
  }

  .next {
    margin-block-start: 12px;
  }

  .date {
    white-space: nowrap;
  }

  .link {
    margin-block-start: 8px;
    font-size: var(--_text-small);
  }

  .skeleton.time {
    border: 0;
  }

  .title {
    inline-size: 5em;
    block-size: 1em;
    margin-block-end: 10px;
  }

  @media (hover: hover) {
    .time:not(.taken, .skeleton):hover {
      border-color: var(--_accent-text);
    }
  }

  @media (forced-colors: active) {
    .selected {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      box-shadow: none;
      color: HighlightText;
    }

    .taken {
      color: GrayText;
    }
  }
`
